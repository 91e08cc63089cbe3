package io.rollcall.tools.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;

/** What is true of one person and one list, as the memberships topic has it; null for unknown. */
public record Fact(
        String person,
        String instance,
        long list,
        String audience,
        String namespace,
        String desired,
        String reported,
        long lead,
        Instant assertedAt,
        String consent,
        String reason,
        Instant decidedAt) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Fact of(JsonNode json) {
        return new Fact(
                text(json, "person"),
                text(json, "instance"),
                json.path("list").asLong(),
                text(json, "audience"),
                text(json, "namespace"),
                text(json, "desired"),
                text(json, "reported"),
                json.path("leadId").asLong(),
                time(json, "assertedAt"),
                text(json, "consent"),
                text(json, "reason"),
                time(json, "decidedAt"));
    }

    /** The person is forgotten: only the key is left, {@code [person, instance, list]}. */
    static Fact gone(JsonNode key) {
        return new Fact(
                key.path(0).asText(null),
                key.path(1).asText(null),
                key.path(2).asLong(),
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null);
    }

    /** Whom a record of the topic is about. */
    public static String person(byte[] key) {
        try {
            return JSON.readTree(key).path(0).asText();
        } catch (IOException e) {
            throw new KafkaException("a key is no JSON; is this a topic of Rollcall?", e);
        }
    }

    public boolean isGone() {
        return desired == null;
    }

    public boolean isOn() {
        return "in".equals(reported);
    }

    /** Kept off by what the person said, or did not say, of consent. */
    public boolean isRefused() {
        return "refused".equals(consent);
    }

    public boolean isWantedOn() {
        return "in".equals(desired);
    }

    static String text(JsonNode json, String field) {
        return json.path(field).asText(null);
    }

    static Instant time(JsonNode json, String field) {
        String text = text(json, field);
        return text == null ? null : Instant.parse(text);
    }
}
