package io.rollcall.job.config;

import io.rollcall.activation.ListName;
import java.util.List;

/** Reads {@code list} of an activation: an id, or a name and where it stands. */
final class ListReader {

    private static final String TAKEN = "%s feeds this list already; one list has one activation";
    private static final List<String> WITH_NAME =
            List.of("folder", "program", "workspace", "rename");

    private final Once<String> lists = new Once<>();
    private final Once<String> renamed = new Once<>();

    /** 0 for a list that is named. */
    long id(Section activation) {
        Section list = activation.section("list");
        if (list.has("name")) {
            if (list.has("id")) {
                list.fault("id", "the list has a name already; leave one of the two");
            }
            return 0;
        }
        if (!list.has("id") && !activation.entry("list").holdsNothing()) {
            list.fault("id", "missing; write " + Rules.LIST_ID.required() + ", or list.name");
        }
        for (String key : WITH_NAME) {
            if (list.has(key)) {
                list.fault(key, "only together with list.name; leave it out");
            }
        }
        long id = list.whole("id");
        lists.claim(id == 0 ? null : on(activation, "#" + id), list, "id", TAKEN);
        return id;
    }

    /** Null for a list that is numbered. */
    ListName name(Section activation) {
        Section list = activation.section("list");
        String name = list.text("name");
        if (name == null) {
            return null;
        }
        boolean program = list.has("program");
        if (program && list.has("folder")) {
            list.fault("program", "a list stands in a folder or in a program; leave one");
        }
        String workspace = list.text("workspace");
        // Marketo tells lists of one name apart by workspace only.
        lists.claim(on(activation, workspace + "/" + name), list, "name", TAKEN);
        boolean rename = list.yes("rename");
        whoseName(activation, list, rename);
        String folder = list.text(program ? "program" : "folder");
        return new ListName(name, folder, program, workspace, rename);
    }

    /** The audience alone tells which list was called otherwise before. */
    private void whoseName(Section activation, Section list, boolean rename) {
        String audience = activation.text("namespace") + ":" + activation.text("audience");
        if (rename) {
            renamed.claim(
                    on(activation, audience),
                    list,
                    "rename",
                    "%s feeds another list from this audience, so it does not tell which of the two"
                            + " is to be renamed; leave it out in one");
        }
    }

    private static String on(Section activation, String what) {
        return activation.entry("instance").raw() instanceof String name ? name + " " + what : null;
    }
}
