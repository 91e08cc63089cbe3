package io.rollcall.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Folder;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.List;
import java.util.Optional;

/** Folders and programs as assets. */
final class FolderAssets {
    private FolderAssets() {}

    static Operation.Work byName(Subscription subscription, Request request) throws Refusal {
        String name = StaticListAssets.required(request, "name");
        Folder.Type type = type(request.params().first("type").orElse("Folder"));
        Optional<String> workspace = request.params().first("workSpace");
        return Operation.Work.known(
                () -> shown(inside(workspace, subscription.lists().folders().find(type, name))));
    }

    private static List<Folder> inside(Optional<String> workspace, List<Folder> folders) {
        return folders.stream()
                .filter(folder -> workspace.isEmpty() || folder.workspace().equals(workspace.get()))
                .toList();
    }

    static Operation byId(long id) {
        return (subscription, request) -> {
            Folder.Type type = type(StaticListAssets.required(request, "type"));
            return Operation.Work.known(
                    () -> shown(subscription.lists().folders().find(type, id).stream().toList()));
        };
    }

    private static Reply shown(List<Folder> folders) {
        return Reply.assets(folders.stream().map(AssetView::folder).toList());
    }

    static Operation.Work programByName(Subscription subscription, Request request) throws Refusal {
        String name = StaticListAssets.required(request, "name");
        return Operation.Work.known(
                () ->
                        Reply.assets(
                                subscription
                                        .lists()
                                        .folders()
                                        .find(Folder.Type.PROGRAM, name)
                                        .stream()
                                        .map(AssetView::program)
                                        .toList()));
    }

    /** The folder that {@code {"id": …, "type": …}} names. */
    static Folder folder(Subscription subscription, String json) throws Refusal {
        JsonNode reference = Json.parse(json);
        Folder.Type type = type(reference.path("type").asText("Folder"));
        return subscription
                .lists()
                .folders()
                .find(type, reference.path("id").asLong())
                .orElseThrow(() -> new Refusal("710", "Parent folder not found"));
    }

    private static Folder.Type type(String label) throws Refusal {
        for (Folder.Type type : Folder.Type.values()) {
            if (type.label().equals(label)) {
                return type;
            }
        }
        throw new Refusal("711", "Incompatible folder type");
    }
}
