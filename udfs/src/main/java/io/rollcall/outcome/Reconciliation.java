package io.rollcall.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.json.Json;
import java.time.Instant;
import java.util.Set;

/**
 * Of all memberships, who was exported and reconciled and who could not be: the values of two
 * compacted topics, under the keys of the memberships topic. A null value takes a person off.
 */
public final class Reconciliation {

    /** Standings that only something new can change; all others are on their way. */
    private static final Set<String> FAILED =
            Set.of("unmatched", "rejected", "lead-deleted", "no-identity");

    private static final JsonMapper JSON = Json.mapper();

    private Reconciliation() {}

    /** The fact itself of who is on the list and is to stay there. */
    public static byte[] exported(MembershipFact fact) {
        boolean exported = "in".equals(fact.reported()) && !"out".equals(fact.desired());
        return exported ? OutcomeCodec.write(fact) : null;
    }

    /** Who should be on the list and cannot, as a native event that may be fed to a job again. */
    public static byte[] unreconciled(MembershipFact fact) {
        boolean failed =
                "in".equals(fact.desired())
                        && !"in".equals(fact.reported())
                        && FAILED.contains(fact.standing());
        return failed ? event(fact) : null;
    }

    private static byte[] event(MembershipFact fact) {
        ObjectNode event = JSON.createObjectNode();
        int colon = fact.person().indexOf(':');
        event.putObject("person")
                .put(fact.person().substring(0, colon), fact.person().substring(colon + 1));
        ObjectNode membership = event.putArray("memberships").addObject();
        membership.put("audience", fact.audience());
        if (fact.namespace() != null) {
            membership.put("namespace", fact.namespace());
        }
        membership.put("status", "realized");
        membership.put("at", Instant.ofEpochMilli(fact.assertedAt()).toString());
        event.put("instance", fact.instance());
        event.put("list", fact.list());
        event.put("reason", fact.reason());
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }
}
