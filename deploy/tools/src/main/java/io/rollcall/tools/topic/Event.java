package io.rollcall.tools.topic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

/** What became of one wish, as the outcomes topic has it; null for unknown, ids 0. */
public record Event(
        String person,
        String instance,
        String audience,
        long list,
        String change,
        String status,
        long lead,
        String code,
        String reason,
        Instant decidedAt,
        String callId) {

    static Event of(JsonNode json) {
        return new Event(
                Fact.text(json, "person"),
                Fact.text(json, "instance"),
                Fact.text(json, "audience"),
                json.path("listId").asLong(),
                word(json, "change"),
                word(json, "status"),
                json.path("leadId").asLong(),
                Fact.text(json, "code"),
                Fact.text(json, "reason"),
                Fact.time(json, "decidedAt"),
                Fact.text(json, "callId"));
    }

    private static String word(JsonNode json, String field) {
        String text = Fact.text(json, field);
        return text == null ? null : text.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
