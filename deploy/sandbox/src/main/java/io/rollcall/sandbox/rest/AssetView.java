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

    private static final String LEAD_DATABASE = "/Lead Database/Default/";
    private static final String MARKETING = "/Marketing Activities/Default/";

    private AssetView() {}

    static Map<String, Object> list(StaticList list) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", list.id());
        shown.put("name", list.name());
        shown.put("createdAt", time(list.createdAt()));
        shown.put("updatedAt", time(list.updatedAt()));
        shown.put("folder", reference(list.folder()));
        shown.put("computedUrl", UI + "ST" + list.id() + "A1");
        shown.put("workspace", list.folder().workspace());
        return shown;
    }

    static Map<String, Object> folder(Folder folder) {
        boolean program = folder.type() == Folder.Type.PROGRAM;
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", folder.name());
        shown.put("description", null);
        shown.put("createdAt", time(folder.createdAt()));
        shown.put("updatedAt", time(folder.createdAt()));
        shown.put("url", null);
        shown.put("folderId", reference(folder));
        shown.put("folderType", program ? "Marketing Program" : "Marketing Folder");
        shown.put("parent", reference(1, Folder.Type.FOLDER));
        shown.put("path", (program ? MARKETING : LEAD_DATABASE) + folder.name());
        shown.put("isArchive", false);
        shown.put("isSystem", false);
        shown.put("accessZoneId", 1);
        shown.put("workspace", folder.workspace());
        shown.put("id", folder.id());
        return shown;
    }

    static Map<String, Object> program(Folder program) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", program.id());
        shown.put("name", program.name());
        shown.put("description", "");
        shown.put("createdAt", time(program.createdAt()));
        shown.put("updatedAt", time(program.createdAt()));
        shown.put("url", UI + "PG" + program.id() + "A1");
        shown.put("type", "Default");
        shown.put("channel", "Operational");
        shown.put("folder", reference(1, Folder.Type.FOLDER));
        shown.put("status", "");
        shown.put("workspace", program.workspace());
        return shown;
    }

    private static Map<String, Object> reference(Folder folder) {
        return reference(folder.id(), folder.type());
    }

    private static Map<String, Object> reference(long folder, Folder.Type type) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", folder);
        shown.put("type", type.label());
        return shown;
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }
}
