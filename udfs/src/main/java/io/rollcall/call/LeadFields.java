package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.report.LeadField;
import io.rollcall.words.Nearest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All fields of a lead, as Describe Lead2 tells of them. */
public final class LeadFields {

    /** So many fields that would do instead are named. */
    private static final int FEW = 5;

    /** Marketo finds leads by it whether or not it is described. */
    private static final String ID = "id";

    private final Map<String, LeadField> fields = new LinkedHashMap<>();
    private final Set<String> searchable = new LinkedHashSet<>();

    private LeadFields() {}

    /** Reads the one result of an answer; null when it is none. */
    public static LeadFields of(JsonNode result) {
        if (!result.path("fields").isArray() || !result.path("searchableFields").isArray()) {
            return null;
        }
        LeadFields all = new LeadFields();
        // Each stands in an array of its own; several in one are searched together only.
        result.path("searchableFields").forEach(one -> all.searchable(one));
        result.path("fields").forEach(one -> all.add(one));
        return all;
    }

    private void searchable(JsonNode together) {
        if (together.size() == 1) {
            searchable.add(together.path(0).asText());
        }
    }

    private void add(JsonNode field) {
        String name = field.path("name").asText();
        fields.put(
                name,
                new LeadField(
                        name,
                        field.path("dataType").asText("string"),
                        field.path("length").asInt(),
                        field.path("updateable").asBoolean(),
                        searchable.contains(name),
                        List.of()));
    }

    /** A field that people are to be looked up by. */
    public LeadField lookup(String name) {
        if (name.equals(ID)) {
            return new LeadField(ID, "integer", 0, false, true, List.of());
        }
        LeadField field = fields.get(name);
        if (field != null) {
            return field.searchable() ? field : field.with(few(searchable));
        }
        List<String> near = Nearest.few(name, searchable, FEW);
        return missing(name, near.isEmpty() ? few(searchable) : near);
    }

    /** A field that is to be written. */
    public LeadField target(String name) {
        LeadField field = fields.get(name);
        if (field != null && field.writable()) {
            return field;
        }
        List<String> others =
                fields.values().stream().filter(LeadField::writable).map(LeadField::name).toList();
        List<String> near = Nearest.few(name, others, FEW);
        return field == null ? missing(name, near) : field.with(near);
    }

    private static List<String> few(Set<String> names) {
        return names.stream().limit(FEW).toList();
    }

    private static LeadField missing(String name, List<String> instead) {
        return new LeadField(name, null, 0, false, false, instead);
    }
}
