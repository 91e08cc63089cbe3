package io.rollcall.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Field;
import io.rollcall.sandbox.marketo.FieldValue;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How one Sync Leads call treats its records. */
record SyncRules(Subscription subscription, SyncAction action, Field lookup, String partition) {

    static SyncRules of(Subscription subscription, JsonNode body) throws Refusal {
        SyncAction action = SyncAction.named(body.path("action").asText("createOrUpdate"));
        String lookup = body.path("lookupField").asText("email");
        if (lookup.equals("id") && action != SyncAction.UPDATE_ONLY) {
            throw new Refusal("1003", "lookupField 'id' is only allowed with action 'updateOnly'");
        }
        String partition = body.path("partitionName").asText(null);
        if (partition != null && action == SyncAction.UPDATE_ONLY) {
            throw new Refusal("1003", "partitionName is not allowed with action 'updateOnly'");
        }
        return new SyncRules(
                subscription, action, subscription.fields().searchable(lookup), partition);
    }

    /** What to do with this record, judged by what is there now. */
    Supplier<Map<String, Object>> plan(JsonNode record) throws Refusal {
        Map<String, Object> values = values(record);
        List<Lead> matches = subscription.leads().find(lookup.name(), key(record));
        Long id = matches.isEmpty() ? null : matches.get(0).id();
        subscription.faults().onRecord(CallKind.UPSERT, null, id, record.path("email").asText());
        if (action.creates(matches.size())) {
            String home = home();
            return () -> created(values, home);
        }
        checkPartition(matches.get(0));
        subscription.fields().keepUpdates(values);
        return () -> updated(id, values);
    }

    private String key(JsonNode record) throws Refusal {
        String key = record.path(lookup.name()).asText("");
        if (key.isEmpty() || record.path(lookup.name()).isNull()) {
            throw new Refusal("1003", "Value for lookup field '" + lookup.name() + "' not found");
        }
        return key;
    }

    private Map<String, Object> values(JsonNode record) throws Refusal {
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : record.properties()) {
            Field field = subscription.fields().get(entry.getKey());
            if (field.updateable()) {
                values.put(field.name(), FieldValue.of(field, entry.getValue()));
            } else if (!field.name().equals("id")) {
                throw new Refusal("1003", "Field '" + field.name() + "' is not updateable");
            }
        }
        return values;
    }

    private String home() throws Refusal {
        String name = partition == null ? subscription.partitions().get(0) : partition;
        if (!subscription.partitions().contains(name)) {
            throw new Refusal("1008", "Access denied to partition '" + name + "'");
        }
        return name;
    }

    private void checkPartition(Lead lead) throws Refusal {
        if (partition != null && !home().equals(lead.partition())) {
            throw new Refusal("1010", "Partition update not allowed");
        }
    }

    private Map<String, Object> created(Map<String, Object> values, String home) {
        return RecordStatus.done(subscription.leads().create(values, home).id(), "created");
    }

    private Map<String, Object> updated(long id, Map<String, Object> values) {
        return subscription
                .leads()
                .update(id, values)
                .map(lead -> RecordStatus.done(id, "updated"))
                .orElseGet(() -> RecordStatus.skipped(RecordStatus.noLead()));
    }
}
