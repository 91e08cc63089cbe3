package io.rollcall.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Folder;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.Map;
import java.util.Optional;

/** Static lists and folders as assets. */
final class StaticListAssets {
    private StaticListAssets() {}

    static Operation.Work listByName(Subscription subscription, Request request) throws Refusal {
        String name = required(request, "name");
        return Operation.Work.known(() -> found(subscription.lists().find(name)));
    }

    static Operation listById(long id) {
        return (subscription, request) ->
                Operation.Work.known(() -> found(subscription.lists().find(id)));
    }

    private static Reply found(Optional<StaticList> list) {
        return list.map(AssetView::list).map(Reply::asset).orElseGet(Reply::noAsset);
    }

    static Operation.Work folderByName(Subscription subscription, Request request) throws Refusal {
        String name = required(request, "name");
        return Operation.Work.known(
                () ->
                        subscription
                                .lists()
                                .findFolder(name)
                                .map(AssetView::folder)
                                .map(Reply::asset)
                                .orElseGet(Reply::noAsset));
    }

    static Operation.Work create(Subscription subscription, Request request) throws Refusal {
        String name = required(request, "name");
        Folder folder = folder(subscription, Json.parse(required(request, "folder")));
        return Operation.Work.of(
                () -> Reply.asset(AssetView.list(make(subscription, name, folder))));
    }

    private static Folder folder(Subscription subscription, JsonNode reference) throws Refusal {
        if (!reference.path("type").asText("Folder").equals("Folder")) {
            throw new Refusal("711", "Incompatible folder type");
        }
        return subscription
                .lists()
                .findFolder(reference.path("id").asLong())
                .orElseThrow(() -> new Refusal("710", "Parent folder not found"));
    }

    private static StaticList make(Subscription subscription, String name, Folder folder)
            throws Refusal {
        try {
            return subscription.lists().create(name, folder);
        } catch (IllegalArgumentException exists) {
            throw new Refusal("1017", "Static List with name '" + name + "' already exists");
        }
    }

    static Operation delete(long id) {
        return (subscription, request) ->
                Operation.Work.of(
                        () -> {
                            if (!subscription.lists().delete(id)) {
                                throw new Refusal(
                                        "702", "Static List with id " + id + " not found");
                            }
                            return Reply.asset(Map.of("id", id));
                        });
    }

    private static String required(Request request, String parameter) throws Refusal {
        return request.params()
                .first(parameter)
                .orElseThrow(() -> new Refusal("701", parameter + " cannot be blank"));
    }
}
