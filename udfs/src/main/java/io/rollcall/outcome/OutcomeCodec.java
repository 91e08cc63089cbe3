package io.rollcall.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Outcomes and membership facts as they stand in their topics (DESIGN §4.1). */
public final class OutcomeCodec {

    private static final JsonMapper JSON =
            Json.mapper()
                    .rebuild()
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    private OutcomeCodec() {}

    /** The person; the instance where none is named; null for what is about neither. */
    public static byte[] key(Outcome outcome) {
        String key = outcome.person() == null ? outcome.instance() : outcome.person();
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] write(Outcome outcome) {
        ObjectNode json = JSON.valueToTree(outcome);
        numberOrNothing(json, "listId");
        numberOrNothing(json, "leadId");
        time(json, "assertedAt");
        time(json, "decidedAt");
        return bytes(json);
    }

    /** A JSON array, because a person may contain any character. */
    public static byte[] key(MembershipFact fact) {
        return bytes(List.of(fact.person(), fact.instance(), fact.list()));
    }

    /** Null, a tombstone, for what is no longer to be known. */
    public static byte[] write(MembershipFact fact) {
        if (fact.holdsNothing()) {
            return null;
        }
        ObjectNode json = JSON.valueToTree(fact);
        numberOrNothing(json, "leadId");
        time(json, "assertedAt");
        time(json, "decidedAt");
        return bytes(json);
    }

    /** Ids are never 0: it stands for none. */
    private static void numberOrNothing(ObjectNode json, String field) {
        if (json.path(field).asLong() == 0) {
            json.remove(field);
        }
    }

    private static void time(ObjectNode json, String field) {
        long millis = json.path(field).asLong();
        if (millis == 0) {
            json.remove(field);
        } else {
            json.put(field, Instant.ofEpochMilli(millis).toString());
        }
    }

    private static byte[] bytes(Object json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an outcome cannot be written", e);
        }
    }
}
