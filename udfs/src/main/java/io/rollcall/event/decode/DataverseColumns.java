package io.rollcall.event.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a row's columns, by logical name. {@code whole} when a column that is missing is
 * an empty one: of a row that was read or has just been created. Elsewhere it only did not change.
 */
final class DataverseColumns {

    private static final String LABEL = "@OData.Community.Display.V1.FormattedValue";

    private final Map<String, JsonNode> values = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Set<String> references = new HashSet<>();
    private final boolean whole;

    DataverseColumns(boolean whole) {
        this.whole = whole;
    }

    /** An {@code Entity} of a message; what it holds goes over what is known already. */
    void overlay(JsonNode entity) throws RefusedException {
        for (JsonNode pair : DataverseContext.items(entity, "Attributes")) {
            // The label of the value before is none of this one's.
            labels.remove(pair.path("key").asText());
            column(pair.path("key").asText(), pair.path("value"));
        }
        for (JsonNode pair : DataverseContext.items(entity, "FormattedValues")) {
            labels.put(pair.path("key").asText(), pair.path("value").asText(null));
        }
    }

    private void column(String name, JsonNode value) {
        values.put(name, value);
        if (value.has("LogicalName")) {
            references.add(name);
            if (value.path("Name").isTextual()) {
                labels.put(name, value.path("Name").textValue());
            }
        }
    }

    /** A row as the Web API gives it: names of references are changed, labels stand beside. */
    void overlayRow(JsonNode row) {
        row.fieldNames().forEachRemaining(name -> field(name, row.path(name)));
    }

    private void field(String name, JsonNode value) {
        int at = name.indexOf('@');
        String plain = at < 0 ? name : name.substring(0, at);
        String logical = DataverseOptions.Column.logicalName(plain);
        if (at < 0) {
            column(logical, value);
        } else if (name.endsWith(LABEL)) {
            labels.put(logical, value.asText(null));
        }
        if (!logical.equals(plain)) {
            references.add(logical);
        }
    }

    /** Whether the column's value, or that it has none, is known. */
    boolean knows(String column) {
        return whole || values.containsKey(column);
    }

    JsonNode raw(String column) {
        return values.get(column);
    }

    /** Null for none: true or false, a two-option's number counts. */
    Boolean yes(String column) throws RefusedException {
        JsonNode value = unwrapped(column);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isNumber() && !value.isBoolean()) {
            throw Refusal.NOT_YES_OR_NO.because();
        }
        return switch (value.asText()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw Refusal.NOT_YES_OR_NO.because();
        };
    }

    /** Whether {@link #text} is what stands there; of a reference the label may be missing. */
    boolean tells(String column) {
        JsonNode value = values.get(column);
        boolean empty = value == null || value.isNull();
        return knows(column) && (empty || text(column) != null);
    }

    /** Choices and references by their labels; null for none, and for what has no text. */
    String text(String column) {
        JsonNode value = unwrapped(column);
        if (value == null || value.isNull()) {
            return null;
        }
        String label = labels.get(column);
        if (references.contains(column) || value.isContainerNode() || isChoice(value, label)) {
            return label;
        }
        return DataverseTime.readable(value.asText());
    }

    /** A whole number with words for it; beside other numbers only their digits are repeated. */
    private static boolean isChoice(JsonNode value, String label) {
        return label != null
                && value.isIntegralNumber()
                && label.chars().anyMatch(Character::isLetter);
    }

    private JsonNode unwrapped(String column) {
        JsonNode value = values.get(column);
        return value != null && value.has("Value") ? value.path("Value") : value;
    }
}
