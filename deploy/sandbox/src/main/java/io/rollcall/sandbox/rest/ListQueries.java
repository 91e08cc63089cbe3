package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Folder;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Get Lists and Get List by Id of the lead database. */
final class ListQueries {
    private ListQueries() {}

    static Operation.Work all(Subscription subscription, Request request) throws Refusal {
        Page page = Page.of(subscription, request);
        return Operation.Work.of(
                () -> {
                    List<StaticList> wanted =
                            subscription.lists().all().stream()
                                    .filter(list -> wanted(request, list))
                                    .toList();
                    return page.of(wanted, ListQueries::show);
                });
    }

    private static boolean wanted(Request request, StaticList list) {
        return isOneOf(request, "id", Long.toString(list.id()))
                && isOneOf(request, "name", list.name())
                && isOneOf(request, "workspaceName", list.folder().workspace())
                && isOneOf(request, "programName", program(list));
    }

    /** Empty for a list that stands in a folder. */
    private static String program(StaticList list) {
        return list.folder().type() == Folder.Type.PROGRAM ? list.folder().name() : "";
    }

    private static boolean isOneOf(Request request, String parameter, String value) {
        List<String> asked = request.params().list(parameter);
        return asked.isEmpty() || asked.contains(value);
    }

    static Operation byId(long id) {
        return (subscription, request) ->
                Operation.Work.of(
                        () -> Reply.result(List.of(show(subscription.lists().known(id)))));
    }

    private static Map<String, Object> show(StaticList list) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", list.id());
        shown.put("name", list.name());
        if (list.folder().type() == Folder.Type.PROGRAM) {
            shown.put("programName", list.folder().name());
        }
        shown.put("workspaceName", list.folder().workspace());
        shown.put("createdAt", time(list.createdAt()));
        shown.put("updatedAt", time(list.updatedAt()));
        return shown;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
