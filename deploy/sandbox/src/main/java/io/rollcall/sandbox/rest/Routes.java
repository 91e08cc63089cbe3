package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of endpoints. In a path {@code {id}} is a number, {@code {name}} any word. */
final class Routes {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(
            String method, Pattern path, CallKind kind, Function<String, Operation> make) {
        Route route(Matcher matched, Request request) {
            String id = matched.groupCount() == 0 ? "0" : matched.group(1);
            Long list = isAboutList() ? Long.valueOf(id) : imported(request);
            return new Route(kind, list, make.apply(id));
        }

        /** The list that an import names in its query. */
        private Long imported(Request request) {
            return request.params()
                    .first("listId")
                    .filter(id -> kind == CallKind.IMPORT && id.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .orElse(null);
        }

        private boolean isAboutList() {
            return path.pattern().startsWith("/rest/v1/list") && path.pattern().contains("(");
        }
    }

    Routes() {
        any("GET /identity/oauth/token", CallKind.TOKEN, Identity::token);
        any("POST /identity/oauth/token", CallKind.TOKEN, Identity::token);
        leads();
        lists();
        imports();
        exports();
        stats();
        assets();
    }

    private void leads() {
        any("GET /rest/v1/leads.json", CallKind.LOOKUP, LeadQueries::byFilter);
        one("GET /rest/v1/lead/{id}.json", CallKind.LOOKUP, LeadQueries::byId);
        any("POST /rest/v1/leads.json", CallKind.UPSERT, LeadSync::sync);
        any("GET /rest/v1/leads/describe.json", CallKind.OTHER, Describe::leads);
        any("GET /rest/v1/leads/describe2.json", CallKind.OTHER, Describe::searchable);
        any("GET /rest/v1/leads/partitions.json", CallKind.OTHER, Describe::partitions);
        any("POST /rest/v1/leads/delete.json", CallKind.OTHER, LeadRemoval::delete);
        any("DELETE /rest/v1/leads.json", CallKind.OTHER, LeadRemoval::delete);
        one("POST /rest/v1/leads/{id}/merge.json", CallKind.OTHER, LeadRemoval::merge);
    }

    private void lists() {
        any("GET /rest/v1/lists.json", CallKind.LIST_READ, ListQueries::all);
        one("GET /rest/v1/lists/{id}.json", CallKind.LIST_READ, ListQueries::byId);
        // The singular came over the wire, the plural is in the descriptions of most calls.
        for (String lists : List.of("/rest/v1/lists/{id}/leads", "/rest/v1/list/{id}/leads")) {
            one("GET " + lists + ".json", CallKind.LIST_READ, id -> new ListMembers(id)::read);
            one("POST " + lists + ".json", CallKind.LIST_ADD, id -> new ListMembers(id)::add);
            one(
                    "DELETE " + lists + ".json",
                    CallKind.LIST_REMOVE,
                    id -> new ListMembers(id)::remove);
            one(
                    "GET " + lists + "/ismember.json",
                    CallKind.LIST_READ,
                    id -> new ListMembers(id)::isMember);
        }
    }

    private void imports() {
        any("POST /bulk/v1/leads.json", CallKind.IMPORT, BulkImport::queue);
        String batch = "GET /bulk/v1/leads/batch/{id}";
        one(batch + ".json", CallKind.IMPORT_STATUS, BulkImport::status);
        one(batch + "/failures.json", CallKind.IMPORT_ROWS, BulkImport::failures);
        one(batch + "/warnings.json", CallKind.IMPORT_ROWS, BulkImport::warnings);
    }

    private void exports() {
        String export = "/bulk/v1/leads/export/";
        any("POST " + export + "create.json", CallKind.EXPORT, BulkExtract::create);
        named("POST " + export + "{name}/enqueue.json", CallKind.EXPORT, BulkExtract::queue);
        named("POST " + export + "{name}/cancel.json", CallKind.EXPORT, BulkExtract::cancel);
        named("GET " + export + "{name}/status.json", CallKind.EXPORT_STATUS, BulkExtract::status);
        named("GET " + export + "{name}/file.json", CallKind.EXPORT_FILE, BulkExtract::file);
    }

    private void stats() {
        any("GET /rest/v1/stats/usage.json", CallKind.USAGE, Stats::usage);
        any("GET /rest/v1/stats/usage/last7days.json", CallKind.USAGE, Stats::usageOfWeek);
        any("GET /rest/v1/stats/errors.json", CallKind.USAGE, Stats::errors);
        any("GET /rest/v1/stats/errors/last7days.json", CallKind.USAGE, Stats::errorsOfWeek);
    }

    private void assets() {
        String asset = " /rest/asset/v1/";
        any("GET" + asset + "staticList/byName.json", CallKind.ASSET, StaticListAssets::listByName);
        one("GET" + asset + "staticList/{id}.json", CallKind.ASSET, StaticListAssets::listById);
        any("GET" + asset + "staticLists.json", CallKind.ASSET, StaticListAssets::lists);
        any("POST" + asset + "staticLists.json", CallKind.ASSET_CHANGE, StaticListAssets::create);
        one(
                "POST" + asset + "staticList/{id}.json",
                CallKind.ASSET_CHANGE,
                StaticListAssets::update);
        one(
                "POST" + asset + "staticList/{id}/delete.json",
                CallKind.ASSET_CHANGE,
                StaticListAssets::delete);
        any("GET" + asset + "folder/byName.json", CallKind.ASSET, FolderAssets::byName);
        one("GET" + asset + "folder/{id}.json", CallKind.ASSET, FolderAssets::byId);
        any("GET" + asset + "program/byName.json", CallKind.ASSET, FolderAssets::programByName);
    }

    private void any(String endpoint, CallKind kind, Operation operation) {
        one(endpoint, kind, id -> operation);
    }

    private void one(String endpoint, CallKind kind, LongFunction<Operation> make) {
        named(endpoint, kind, id -> make.apply(Long.parseLong(id)));
    }

    private void named(String endpoint, CallKind kind, Function<String, Operation> make) {
        String[] parts = endpoint.split(" ");
        String path =
                parts[1].replace(".", "\\.")
                        .replace("{id}", "(\\d{1,18})")
                        .replace("{name}", "([\\w-]{1,64})");
        entries.add(new Entry(parts[0], Pattern.compile(path), kind, make));
    }

    /** A request for nothing known goes to an operation that says so. */
    Route find(Request request) {
        boolean known = false;
        for (Entry entry : entries) {
            Matcher path = entry.path().matcher(request.path());
            if (path.matches() && entry.method().equals(request.method())) {
                return entry.route(path, request);
            }
            known |= path.matches();
        }
        return unknown(known ? "605" : "610");
    }

    private static Route unknown(String code) {
        return new Route(
                CallKind.OTHER,
                null,
                (subscription, request) -> {
                    throw Refusal.of(code);
                });
    }
}
