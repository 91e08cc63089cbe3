package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.event.Identity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The values that one look-up asks for, compared as Marketo's answer must be compared. */
record LookupValues(String field, String namespace, Map<String, List<Sent>> asked) {

    static LookupValues of(Call call, Instance instance) {
        Sent first = call.members().get(0);
        String namespace = namespace(first, instance);
        return new LookupValues(
                first.field(),
                namespace,
                call.members().stream()
                        .filter(LookupValues::searchable)
                        .collect(Collectors.groupingBy(m -> normal(namespace, m.value()))));
    }

    /** A comma would divide the value in two, and no value at all would match anybody. */
    static boolean searchable(Sent member) {
        return member.value() != null && !member.value().isBlank() && !member.value().contains(",");
    }

    String normal(String value) {
        return normal(namespace, value);
    }

    private static String normal(String namespace, String value) {
        return Identity.of(namespace, value).value();
    }

    private static String namespace(Sent member, Instance instance) {
        return instance.lookup().stream()
                .filter(lookup -> lookup.field().equals(member.field()))
                .map(Instance.Lookup::namespace)
                .findFirst()
                .orElseGet(() -> Identity.ofKey(member.person()).namespace());
    }
}
