package io.rollcall.sandbox.marketo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What an import is asked to do.
 *
 * @param columns the file's fields, in the order of its header
 * @param partition null for none in particular
 * @param list null for none
 */
public record ImportOrder(
        ImportFile file, List<Field> columns, Field lookup, String partition, StaticList list) {

    /**
     * The fields that a header names. A wrong one refuses the call: the documents do not tell of
     * jobs that fail by their header, and code 1006 is "an included field in the call".
     */
    public static List<Field> columns(ImportFile file, FieldTable fields, Field lookup)
            throws Refusal {
        List<Field> columns = new ArrayList<>();
        for (String name : file.header()) {
            columns.add(column(fields.get(name)));
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new Refusal("1003", "A field stands twice in the header");
        }
        if (!columns.contains(lookup)) {
            throw new Refusal("1003", "Lookup field '" + lookup.name() + "' not in the header");
        }
        return columns;
    }

    private static Field column(Field field) throws Refusal {
        if (!field.updateable() && !field.name().equals("id")) {
            throw new Refusal("1003", "Field '" + field.name() + "' is not updateable");
        }
        return field;
    }

    /** Null for none. */
    Long listId() {
        return list == null ? null : (Long) list.id();
    }
}
