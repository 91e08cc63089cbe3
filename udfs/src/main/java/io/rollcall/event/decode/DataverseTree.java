package io.rollcall.event.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.util.Set;

/**
 * Reads a message of Dataverse as a tree, since what it means stands behind what it is about. What
 * nobody wants is skipped unread: other columns, which may hold a megabyte of text, and the context
 * around, which repeats all names with other values.
 */
final class DataverseTree implements Serializable {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> AROUND =
            Set.of("ParentContext", "OwningExtension", "SharedVariables", "OutputParameters");
    private static final Set<String> BY_COLUMN = Set.of("Attributes", "FormattedValues");

    private final Set<String> columns;

    DataverseTree(Set<String> columns) {
        this.columns = Set.copyOf(columns);
    }

    JsonNode read(JsonParser parser) throws IOException {
        return value(parser, false);
    }

    private JsonNode value(JsonParser parser, boolean byColumn) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, byColumn);
            case START_ARRAY -> array(parser, byColumn);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            default -> NODES.nullNode();
        };
    }

    private JsonNode array(JsonParser parser, boolean byColumn) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, byColumn));
        }
        return array;
    }

    private JsonNode object(JsonParser parser, boolean byColumn) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            boolean column = byColumn && name.equals("value") && object.has("key");
            if (AROUND.contains(name) || column && !columns.contains(object.path("key").asText())) {
                parser.skipChildren();
            } else {
                put(object, name, value(parser, BY_COLUMN.contains(name)));
            }
        }
        return object;
    }

    private static void put(ObjectNode object, String name, JsonNode value)
            throws RefusedException {
        JsonNode before = object.putIfAbsent(name, value);
        if (before != null && !before.equals(value)) {
            throw Refusal.DUPLICATE_KEY.because();
        }
    }
}
