package io.rollcall.sandbox.marketo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Marketo's record of a person. Values of fields that are null are left out. */
public record Lead(
        long id, String partition, long createdAt, long updatedAt, Map<String, Object> values) {

    public String email() {
        return (String) values.get("email");
    }

    /** A field's value as the API shows it; null when it has none. */
    public Object show(String field) {
        return switch (field) {
            case "id" -> id;
            case "createdAt" -> time(createdAt);
            case "updatedAt" -> time(updatedAt);
            default -> values.get(field);
        };
    }

    static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    Lead with(Map<String, Object> newValues, long now) {
        return new Lead(id, partition, createdAt, now, newValues);
    }
}
