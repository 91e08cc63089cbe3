package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leads with the fields that a call asks for. */
record LeadView(Subscription subscription, List<String> fields) {
    private static final List<String> DEFAULT =
            List.of("id", "firstName", "lastName", "email", "updatedAt", "createdAt");

    static LeadView of(Subscription subscription, List<String> asked) throws Refusal {
        for (String field : asked) {
            subscription.fields().get(field);
        }
        return new LeadView(subscription, asked.isEmpty() ? DEFAULT : asked);
    }

    Map<String, Object> show(Lead lead) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", lead.id());
        fields.forEach(field -> shown.put(field, value(lead, field)));
        return shown;
    }

    private Object value(Lead lead, String field) {
        return field.equals("leadPartitionId")
                ? (Object) (subscription.partitions().indexOf(lead.partition()) + 1)
                : lead.show(field);
    }
}
