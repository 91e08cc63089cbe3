package io.rollcall.sandbox.marketo;

import java.util.ArrayList;
import java.util.List;

/** What a new subscription is like. What is null gets its default. */
public record SubscriptionSpec(
        String munchkinId,
        String clientId,
        String clientSecret,
        String user,
        List<FieldSpec> fields,
        List<String> partitions) {

    /** A custom field. */
    public record FieldSpec(String name, String dataType) {}

    public SubscriptionSpec {
        clientId = clientId == null ? "sandbox" : clientId;
        clientSecret = clientSecret == null ? "sandbox" : clientSecret;
        user = user == null ? "rollcall@api.example.com" : user;
        fields = fields == null ? List.of() : List.copyOf(fields);
        partitions =
                partitions == null || partitions.isEmpty()
                        ? List.of(Subscription.DEFAULT_PARTITION)
                        : List.copyOf(partitions);
    }

    public static SubscriptionSpec of(String munchkinId) {
        return new SubscriptionSpec(munchkinId, null, null, null, null, null);
    }

    public SubscriptionSpec withField(String name, String dataType) {
        List<FieldSpec> more = new ArrayList<>(fields);
        more.add(new FieldSpec(name, dataType));
        return new SubscriptionSpec(munchkinId, clientId, clientSecret, user, more, partitions);
    }

    List<Field> customFields() {
        return fields.stream()
                .map(
                        field ->
                                Field.custom(
                                        field.name(),
                                        field.dataType() == null ? "string" : field.dataType()))
                .toList();
    }

    @Override
    public String toString() {
        return "SubscriptionSpec[" + munchkinId + "]";
    }
}
