package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListExport.Status;
import io.rollcall.report.ListPage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Bulk Lead Extract of all who are on a list: the job is made, put into Marketo's queue, and asked
 * how far it is. Its message is never taken over, since it may name people.
 */
final class ListExtract implements Endpoint {

    private static final String PATH = "/bulk/v1/leads/export/";

    /** Goes into paths and reports. */
    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");

    private final CallKind step;

    ListExtract(CallKind step) {
        this.step = step;
    }

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        return switch (step) {
            case EXTRACT_CREATE ->
                    new MarketoRequest(
                            "POST", PATH + "create.json", new Form(), job(call, instance));
            case EXTRACT_QUEUE ->
                    new MarketoRequest("POST", path(call, "enqueue"), new Form(), null);
            default -> MarketoRequest.get(path(call, "status"), new Form());
        };
    }

    static String path(Call call, String what) {
        return PATH + call.page().export().id() + "/" + what + ".json";
    }

    /** What a file holds of each lead, in this order. */
    static List<String> columns(Instance instance) {
        String names = "id," + LeadNames.fields(instance) + Lead.flag(instance);
        return Arrays.stream(names.split(",")).filter(name -> !name.isEmpty()).toList();
    }

    private static byte[] job(Call call, Instance instance) {
        ObjectNode job = Answer.JSON.createObjectNode();
        columns(instance).forEach(job.putArray("fields")::add);
        job.put("format", "CSV");
        job.putObject("filter").put("staticListId", call.list());
        return job.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public End read(Asked asked, Answer answer) {
        ListPage page = asked.call().page();
        ListExport export = export(answer.result().path(0), page.export());
        return export == null
                ? End.failed(asked.call(), "unreadable", answer.requestId())
                : End.ofRead(answer.requestId(), List.of(), page.with(export));
    }

    /** Null for what cannot be read, or is about another one. */
    private static ListExport export(JsonNode result, ListExport before) {
        String id = result.path("exportId").asText("");
        Status status = status(result.path("status").asText(""));
        boolean same = before.id() == null || before.id().equals(id);
        if (status == null || !same || !ID.matcher(id).matches()) {
            return null;
        }
        ListExport now = before.is(id, status);
        return status == Status.COMPLETED ? finished(result, now) : now;
    }

    private static ListExport finished(JsonNode result, ListExport export) {
        JsonNode bytes = result.path("fileSize");
        JsonNode rows = result.path("numberOfRecords");
        boolean readable = bytes.asLong(-1) >= 0 && rows.asLong(-1) >= 0;
        return readable ? export.of(bytes.asLong(), rows.asLong()) : null;
    }

    /** Marketo itself writes one of them with one l or two. */
    private static Status status(String word) {
        String name = word.toUpperCase(Locale.ROOT).replace("CANCELLED", "CANCELED");
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
