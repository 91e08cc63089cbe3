package io.rollcall.sandbox.admin;

import io.rollcall.sandbox.marketo.Folder;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.StaticLists;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and who is on them, by hand. */
final class ListAdmin {
    private static final int PAGE = 100;

    private ListAdmin() {}

    static Object all(Subscription subscription, AdminRequest request) {
        int members = request.number("members", 0);
        return subscription.lists().all().stream()
                .map(list -> view(subscription, list, members))
                .toList();
    }

    private static Map<String, Object> view(Subscription subscription, StaticList list, int few) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", list.id());
        view.put("name", list.name());
        view.put("folder", list.folder().name());
        view.put("size", list.size());
        view.put("importing", list.importing());
        if (few > 0) {
            view.put("members", people(subscription, list.members(0, few)));
        }
        return view;
    }

    static Object create(Subscription subscription, AdminRequest request) {
        StaticLists lists = subscription.lists();
        String name = request.body().path("name").asText();
        Folder folder = lists.folder(request.body().path("folder").asText(StaticLists.GROUP_LISTS));
        StaticList list =
                request.body().has("id")
                        ? lists.create(request.body().path("id").asLong(), name, folder)
                        : lists.create(name, folder);
        meant(subscription, request, "members").forEach(list::add);
        return view(subscription, list, 0);
    }

    static Object delete(Subscription subscription, AdminRequest request) {
        return Map.of("removed", subscription.lists().delete(request.id()));
    }

    static Object importing(Subscription subscription, AdminRequest request) {
        StaticList list = subscription.lists().get(request.id());
        list.importing(request.body().path("importing").asBoolean(true));
        return view(subscription, list, 0);
    }

    static Object members(Subscription subscription, AdminRequest request) {
        StaticList list = subscription.lists().get(request.id());
        int size = request.number("size", PAGE);
        List<Long> ids = list.members(request.number("from", 0), size + 1);
        Map<String, Object> page = view(subscription, list, 0);
        page.put("members", people(subscription, ids.subList(0, Math.min(size, ids.size()))));
        page.put("next", ids.size() > size ? ids.get(size) : null);
        return page;
    }

    private static List<Map<String, Object>> people(Subscription subscription, List<Long> ids) {
        return ids.stream()
                .flatMap(id -> subscription.leads().get(id).stream())
                .map(LeadAdmin::view)
                .toList();
    }

    static Object put(Subscription subscription, AdminRequest request) {
        StaticList list = subscription.lists().get(request.id());
        meant(subscription, request, "leadIds").forEach(list::add);
        return view(subscription, list, 0);
    }

    static Object take(Subscription subscription, AdminRequest request) {
        StaticList list = subscription.lists().get(request.id());
        meant(subscription, request, "leadIds").forEach(list::remove);
        return view(subscription, list, 0);
    }

    /** Leads by id, by e-mail, and all from one id to another. */
    private static List<Long> meant(
            Subscription subscription, AdminRequest request, String idsName) {
        List<Long> ids = new ArrayList<>(request.longs(idsName));
        for (String email : request.texts("emails")) {
            ids.addAll(subscription.leads().byEmail(email).stream().map(Lead::id).toList());
        }
        long last = request.body().path("lastLeadId").asLong(-1);
        for (long id = request.body().path("firstLeadId").asLong(); id <= last; id++) {
            ids.add(id);
        }
        ids.removeIf(id -> subscription.leads().get(id).isEmpty());
        return ids;
    }
}
