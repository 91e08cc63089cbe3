package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Folder;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Static lists as assets. */
final class StaticListAssets {
    private static final int DEFAULT_RETURN = 20;
    private static final int MOST_RETURN = 200;

    private StaticListAssets() {}

    static Operation.Work listByName(Subscription subscription, Request request) throws Refusal {
        String name = required(request, "name");
        return Operation.Work.known(() -> found(subscription.lists().named(name)));
    }

    static Operation listById(long id) {
        return (subscription, request) ->
                Operation.Work.known(() -> found(subscription.lists().find(id).stream().toList()));
    }

    /** All, or those of one folder, page by page. */
    static Operation.Work lists(Subscription subscription, Request request) throws Refusal {
        int offset = number(request, "offset", 0, Integer.MAX_VALUE);
        int most = number(request, "maxReturn", DEFAULT_RETURN, MOST_RETURN);
        Optional<String> reference = request.params().first("folder");
        Folder folder =
                reference.isPresent() ? FolderAssets.folder(subscription, reference.get()) : null;
        return Operation.Work.known(
                () ->
                        found(
                                subscription.lists().all().stream()
                                        .filter(l -> folder == null || folder.equals(l.folder()))
                                        .skip(offset)
                                        .limit(most)
                                        .toList()));
    }

    private static int number(Request request, String parameter, int otherwise, int most)
            throws Refusal {
        String text = request.params().first(parameter).orElse("" + otherwise);
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
            throw new Refusal(
                    "1003", "Invalid value '" + text + "' for " + parameter + ", at most " + most);
        }
        return Integer.parseInt(text);
    }

    private static Reply found(List<StaticList> lists) {
        return Reply.assets(lists.stream().map(AssetView::list).toList());
    }

    static Operation.Work create(Subscription subscription, Request request) throws Refusal {
        String name = required(request, "name");
        Folder folder = FolderAssets.folder(subscription, required(request, "folder"));
        return Operation.Work.of(
                () -> Reply.asset(AssetView.list(make(subscription, name, folder))));
    }

    private static StaticList make(Subscription subscription, String name, Folder folder)
            throws Refusal {
        try {
            return subscription.lists().create(name, folder);
        } catch (IllegalArgumentException exists) {
            throw taken(name);
        }
    }

    private static Refusal taken(String name) {
        return new Refusal("1017", "Static List with name '" + name + "' already exists");
    }

    /** What is not said stays. */
    static Operation update(long id) {
        return (subscription, request) -> {
            Optional<String> name = request.params().first("name");
            return Operation.Work.of(() -> updated(subscription, id, name));
        };
    }

    private static Reply updated(Subscription subscription, long id, Optional<String> name)
            throws Refusal {
        try {
            Optional<StaticList> list =
                    name.isPresent()
                            ? subscription.lists().rename(id, name.get())
                            : subscription.lists().find(id);
            return Reply.asset(AssetView.list(list.orElseThrow(() -> unknown(id))));
        } catch (IllegalArgumentException taken) {
            throw taken(name.orElse(""));
        }
    }

    private static Refusal unknown(long id) {
        return new Refusal("702", "Static List with id " + id + " not found");
    }

    static Operation delete(long id) {
        return (subscription, request) ->
                Operation.Work.of(
                        () -> {
                            if (subscription
                                    .lists()
                                    .find(id)
                                    .filter(StaticList::importing)
                                    .isPresent()) {
                                throw new Refusal("1022", "Object in use");
                            }
                            if (!subscription.lists().delete(id)) {
                                throw unknown(id);
                            }
                            return Reply.asset(Map.of("id", id));
                        });
    }

    static String required(Request request, String parameter) throws Refusal {
        return request.params()
                .first(parameter)
                .orElseThrow(() -> new Refusal("701", parameter + " cannot be blank"));
    }
}
