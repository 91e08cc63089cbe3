package io.rollcall.field;

import io.rollcall.activation.Instance;
import io.rollcall.report.LeadField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the fields that an instance's configuration names are there and fit for their use. */
public final class FieldCheck {

    /** Types of value that the API shows and never takes. */
    private static final List<String> UNWRITTEN = List.of("reference", "lead_function");

    private FieldCheck() {}

    /** What is wrong, each with what would be right; empty when all is well. */
    public static List<String> faults(Instance instance, List<LeadField> described) {
        Map<String, LeadField> fields = new HashMap<>();
        described.forEach(field -> fields.putIfAbsent(field.name(), field));
        List<String> faults = new ArrayList<>();
        for (Instance.Lookup lookup : instance.lookup()) {
            add(faults, "lookup." + lookup.namespace(), lookup(fields.get(lookup.field())));
        }
        for (Instance.Mapping mapping : instance.mapping()) {
            add(faults, "mapping of " + mapping.source(), target(fields.get(mapping.target())));
        }
        return faults;
    }

    private static void add(List<String> faults, String where, String fault) {
        if (fault != null) {
            faults.add(where + ": " + fault);
        }
    }

    private static String lookup(LeadField field) {
        if (field == null || field.searchable()) {
            return null;
        }
        String what =
                field.exists()
                        ? "Marketo cannot search the field " + field.name()
                        : "Marketo has no field " + field.name();
        return what + "; it can search " + names(field);
    }

    private static String target(LeadField field) {
        if (field == null) {
            return null;
        }
        if (!field.exists()) {
            String near = field.instead().isEmpty() ? "" : "; near it are " + names(field);
            return "Marketo has no field " + field.name() + near;
        }
        if (!field.writable()) {
            return "the field "
                    + field.name()
                    + " is read-only"
                    + (field.instead().isEmpty() ? "" : "; these are not: " + names(field));
        }
        return UNWRITTEN.contains(field.dataType())
                ? "a field of type " + field.dataType() + " cannot be written: " + field.name()
                : null;
    }

    private static String names(LeadField field) {
        return String.join(", ", field.instead());
    }
}
