package io.rollcall.sandbox.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.sandbox.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers requests for rows with {@code odata.track-changes}, in pages, and for what changed. */
final class ChangeTracking {

    private static final Pattern PAGE_SIZE = Pattern.compile("odata\\.maxpagesize=(\\d+)");
    private static final int DEFAULT_PAGE = 5_000;
    private static final Set<String> NOT_WITH_TRACKING =
            Set.of("$filter", "$orderby", "$expand", "$top");
    private static final String LABEL = "@OData.Community.Display.V1.FormattedValue";

    private final String api;
    private final Table table;
    private final Request request;

    ChangeTracking(String api, Table table, Request request) {
        this.api = api;
        this.table = table;
        this.request = request;
    }

    /** {@code newest} is the version of now, {@code oldest} the one from which changes are kept. */
    ObjectNode answer(long newest, long oldest) {
        if (!table.isReadable()) {
            throw new Refused(
                    403,
                    "0x80040220",
                    "Principal user (Id=99999999-0000-0000-0000-000000000000, type=8) is missing"
                            + " prvRead"
                            + table.name()
                            + " privilege.");
        }
        columns().forEach(this::check);
        if (request.params().first("$deltatoken").isPresent()) {
            return changes(newest, oldest);
        }
        return request.params().first("$skiptoken").isPresent() ? page(newest) : first(newest);
    }

    private List<String> columns() {
        return request.params().list("$select");
    }

    private void check(String column) {
        if (!table.hasColumn(column)) {
            throw new Refused(
                    400,
                    "0x80060888",
                    "Could not find a property named '"
                            + column
                            + "' on type 'Microsoft.Dynamics.CRM."
                            + table.name()
                            + "'.");
        }
    }

    private ObjectNode first(long newest) {
        if (!request.head().prefer().contains("odata.track-changes")) {
            return rows(table.after("", DEFAULT_PAGE));
        }
        for (String option : NOT_WITH_TRACKING) {
            if (request.params().first(option).isPresent()) {
                throw new Refused(
                        400,
                        "0x80060888",
                        "The \"%s\" query parameter isn't supported when Change Tracking is enabled."
                                .formatted(option.substring(1)));
            }
        }
        if (!table.isTracked()) {
            throw new Refused(
                    400, "0x80060885", "Change tracking isn't enabled for " + table.name() + ".");
        }
        return page("", newest);
    }

    /** A later page: behind which row, and as of which version the reading began. */
    private ObjectNode page(long newest) {
        String[] token = request.params().first("$skiptoken").orElseThrow().split("\\|");
        if (Long.parseLong(token[1]) > newest) {
            throw new Refused(400, "0x80060888", "Malformed skip token.");
        }
        return page(token[0], Long.parseLong(token[1]));
    }

    private ObjectNode page(String after, long began) {
        int size = pageSize();
        List<Table.Row> found = table.after(after, size + 1);
        boolean more = found.size() > size;
        ObjectNode answer = rows(more ? found.subList(0, size) : found);
        String last = more ? found.get(size - 1).id() : "";
        return more
                ? answer.put("@odata.nextLink", link("$skiptoken", last + "|" + began))
                : answer.put("@odata.deltaLink", link("$deltatoken", token(began)));
    }

    private ObjectNode changes(long newest, long oldest) {
        String token = request.params().first("$deltatoken").orElseThrow();
        long since = Long.parseLong(token.replaceFirst("!.*", ""));
        if (since < oldest) {
            throw new Refused(
                    400,
                    "0x80044352",
                    "Version stamp associated with the client has expired. Please perform a full"
                            + " sync.");
        }
        return rows(table.since(since)).put("@odata.deltaLink", link("$deltatoken", token(newest)));
    }

    private static String token(long version) {
        return version + "!08/22/2017 08:10:44";
    }

    private String link(String name, String value) {
        return address()
                + "?$select="
                + String.join(",", columns())
                + "&"
                + name
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String address() {
        return api + "/" + table.name() + "s";
    }

    private int pageSize() {
        Matcher size = PAGE_SIZE.matcher(request.head().prefer());
        return size.find() ? Math.min(DEFAULT_PAGE, Integer.parseInt(size.group(1))) : DEFAULT_PAGE;
    }

    private ObjectNode rows(List<Table.Row> rows) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", api + "/$metadata#" + table.name() + "s");
        ArrayNode values = answer.putArray("value");
        rows.forEach(row -> values.add(row.isDeleted() ? deleted(row) : row(row)));
        return answer;
    }

    private ObjectNode deleted(Table.Row row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("@odata.context", api + "/$metadata#" + table.name() + "s/$deletedEntity")
                .put("id", row.id())
                .put("reason", "deleted");
    }

    private ObjectNode row(Table.Row row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("@odata.etag", "W/\"" + row.version() + "\"");
        for (String column : columns()) {
            json.set(column, value(row.values().get(column)));
            Object label = row.values().get(column + LABEL);
            if (label != null && request.head().prefer().contains("include-annotations")) {
                json.put(column + LABEL, label.toString());
            }
        }
        return json.put(table.name() + "id", row.id());
    }

    private static JsonNode value(Object value) {
        return value instanceof Boolean yes
                ? JsonNodeFactory.instance.booleanNode(yes)
                : value == null
                        ? JsonNodeFactory.instance.nullNode()
                        : JsonNodeFactory.instance.textNode(value.toString());
    }
}
