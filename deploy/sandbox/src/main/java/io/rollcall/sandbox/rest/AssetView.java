package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.marketo.Folder;
import io.rollcall.sandbox.marketo.StaticList;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists and folders as the asset API shows them, with its odd times. */
final class AssetView {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z+0000'").withZone(ZoneOffset.UTC);

    private static final String UI = "https://app-sandbox.marketo.com/#";

    private AssetView() {}

    static Map<String, Object> list(StaticList list) {
        String time = TIME.format(Instant.ofEpochMilli(list.createdAt()));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", list.id());
        shown.put("name", list.name());
        shown.put("createdAt", time);
        shown.put("updatedAt", time);
        shown.put("folder", reference(list.folder().id()));
        shown.put("computedUrl", UI + "ST" + list.id() + "A1");
        shown.put("workspace", ListQueries.WORKSPACE);
        return shown;
    }

    static Map<String, Object> folder(Folder folder) {
        String time = TIME.format(Instant.ofEpochMilli(folder.createdAt()));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", folder.name());
        shown.put("description", null);
        shown.put("createdAt", time);
        shown.put("updatedAt", time);
        shown.put("url", null);
        shown.put("folderId", reference(folder.id()));
        shown.put("folderType", "Marketing Folder");
        shown.put("parent", reference(1));
        shown.put("path", "/Lead Database/Default/" + folder.name());
        shown.put("isArchive", false);
        shown.put("isSystem", false);
        shown.put("accessZoneId", 1);
        shown.put("workspace", ListQueries.WORKSPACE);
        shown.put("id", folder.id());
        return shown;
    }

    private static Map<String, Object> reference(long folder) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", folder);
        shown.put("type", "Folder");
        return shown;
    }
}
