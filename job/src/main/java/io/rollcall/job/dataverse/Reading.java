package io.rollcall.job.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.event.RawEvent;
import io.rollcall.outcome.Outcome;
import java.nio.charset.StandardCharsets;

/** How one table's rows, and what is to be said of it, stand on the stream. */
record Reading(String source, String table) {

    /** A deleted row says its id, its reason, and in its context that it is one. */
    static boolean isDeleted(JsonNode row) {
        return row.has("reason") || row.path("@odata.context").asText().endsWith("$deletedEntity");
    }

    String id(JsonNode row) {
        return row.path(isDeleted(row) ? "id" : table + "id").asText();
    }

    RawEvent event(JsonNode row, long number, long askedAt) {
        return isDeleted(row)
                ? deleted(row.path("id").asText(), number, askedAt)
                : event(envelope().set("row", row), number, askedAt);
    }

    /** What it says counts from now on, not from when it was last changed. */
    RawEvent back(JsonNode row, long number, long askedAt) {
        ObjectNode message = envelope().put("back", true);
        message.set("row", row);
        return event(message, number, askedAt);
    }

    RawEvent deleted(String id, long number, long askedAt) {
        return event(envelope().put("deleted", id), number, askedAt);
    }

    private ObjectNode envelope() {
        return JsonNodeFactory.instance.objectNode().put("table", table);
    }

    private RawEvent event(ObjectNode message, long number, long askedAt) {
        return new RawEvent(bytes(message), place(), 0, number, askedAt);
    }

    /** An end that says what has ended; {@link NoticeFunction} makes an outcome of it. */
    RawEvent notice(Outcome.Status status, String words, long at) {
        ObjectNode notice = JsonNodeFactory.instance.objectNode().put("status", status.name());
        notice.put("reason", "Dataverse, table " + table + ": " + words);
        return new RawEvent(bytes(notice), place(), 0, 0, at, RawEvent.Part.END);
    }

    private String place() {
        return source + "/" + table;
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
