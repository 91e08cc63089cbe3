package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.activation.Instance;
import io.rollcall.event.Identity;
import java.util.List;
import java.util.stream.Collectors;

/** The names by which a lead can be looked up: other rows of the ledger may stand under them. */
final class LeadNames {

    private LeadNames() {}

    static String fields(Instance instance) {
        return instance.lookup().stream()
                .map(Instance.Lookup::field)
                .filter(field -> !field.equals("id"))
                .distinct()
                .collect(Collectors.joining(","));
    }

    static List<Identity> of(JsonNode lead, Instance instance) {
        return instance.lookup().stream()
                .filter(lookup -> !lead.path(lookup.field()).asText("").isBlank())
                .map(l -> Identity.of(l.namespace(), lead.path(l.field()).asText()))
                .filter(identity -> !identity.tooLong())
                .distinct()
                .toList();
    }
}
