package io.rollcall.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Export;
import io.rollcall.sandbox.marketo.Exports;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bulk Lead Extract of static lists: makes a job, queues it, tells how far it is, gives its file.
 */
final class BulkExtract {
    private BulkExtract() {}

    static Operation.Work create(Subscription subscription, Request request) throws Refusal {
        JsonNode job = Json.read(request);
        List<String> fields = fields(subscription, job.path("fields"));
        String format = job.path("format").asText("CSV");
        if (!format.equals("CSV")) {
            throw new Refusal("1003", "Invalid value '" + format + "' for format");
        }
        long list = list(job.path("filter"));
        return Operation.Work.of(
                () -> shown(subscription, subscription.exports().create(list, fields)));
    }

    private static List<String> fields(Subscription subscription, JsonNode asked) throws Refusal {
        List<String> fields = new ArrayList<>();
        for (JsonNode field : asked) {
            fields.add(subscription.fields().get(field.asText()).name());
        }
        if (fields.isEmpty()) {
            throw new Refusal("1002", "Missing value for the required parameter 'fields'");
        }
        return fields;
    }

    /** Of the documented filters only that by a list's id is here, and just one is allowed. */
    private static long list(JsonNode filter) throws Refusal {
        if (filter.size() != 1) {
            throw new Refusal("1003", "Exactly one filter must be specified");
        }
        if (!filter.path("staticListId").isIntegralNumber()) {
            throw Exports.unsupportedFilter();
        }
        return filter.path("staticListId").asLong();
    }

    static Operation queue(String id) {
        return (subscription, request) ->
                Operation.Work.of(() -> shown(subscription, subscription.exports().queue(id)));
    }

    static Operation cancel(String id) {
        return (subscription, request) ->
                Operation.Work.of(
                        () -> {
                            subscription.exports().known(id).cancel();
                            return shown(subscription, subscription.exports().known(id));
                        });
    }

    static Operation status(String id) {
        return (subscription, request) ->
                Operation.Work.of(() -> shown(subscription, subscription.exports().known(id)));
    }

    /** Documented: only of a job that is completed. With which code else is not. */
    static Operation file(String id) {
        return (subscription, request) ->
                Operation.Work.of(
                        () -> {
                            Export job = subscription.exports().known(id);
                            if (job.status() != Export.Status.COMPLETED) {
                                throw new Refusal("1003", "Export is not completed");
                            }
                            return Reply.file(job.file(), request.head().range());
                        });
    }

    private static Reply shown(Subscription subscription, Export job) {
        Export.Status status =
                job.shown(
                        subscription.clock().millis(),
                        subscription.exports().pace().statusEveryMillis());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("exportId", job.id());
        shown.put("format", "CSV");
        shown.put("status", status.label());
        shown.put("createdAt", time(job.createdAt()));
        put(shown, "queuedAt", job.queuedAt());
        if (status == Export.Status.PROCESSING || status == Export.Status.COMPLETED) {
            put(shown, "startedAt", job.startedAt());
        }
        if (status == Export.Status.COMPLETED) {
            put(shown, "finishedAt", job.finishedAt());
            shown.put("numberOfRecords", job.rows());
            shown.put("fileSize", job.file().length);
            shown.put("fileChecksum", "sha256:" + checksum(job.file()));
        }
        return Reply.result(List.of(shown));
    }

    private static void put(Map<String, Object> shown, String name, long at) {
        if (at != 0) {
            shown.put(name, time(at));
        }
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String checksum(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java has it", every);
        }
    }
}
