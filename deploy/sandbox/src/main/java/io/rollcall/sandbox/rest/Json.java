package io.rollcall.sandbox.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** JSON as it comes in and goes out. */
public final class Json {
    /** Marketo's own limit of records, ids and filter values in one call. */
    static final int MOST = 300;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static JsonNode read(Request request) throws Refusal {
        if (!request.saysJson()) {
            throw new Refusal("612", "Invalid Content Type");
        }
        try {
            JsonNode node = MAPPER.readTree(request.body());
            if (node.isObject()) {
                return node;
            }
        } catch (IOException broken) {
            // Falls through: what is no object is no better.
        }
        throw new Refusal("609", "Invalid JSON");
    }

    static JsonNode parse(String text) throws Refusal {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new Refusal("1001", "Invalid value '" + text + "'. Required of type 'JSON'");
        }
    }

    /** The records of a body, at least one and at most 300. */
    static List<JsonNode> input(JsonNode body) throws Refusal {
        List<JsonNode> records = new ArrayList<>();
        body.path("input").forEach(records::add);
        return few(records, "input");
    }

    static <T> List<T> few(List<T> items, String parameter) throws Refusal {
        if (items.isEmpty()) {
            throw new Refusal(
                    "1002", "Missing value for the required parameter '" + parameter + "'");
        }
        if (items.size() > MOST) {
            throw new Refusal("1003", "Too many values in '" + parameter + "', at most " + MOST);
        }
        return items;
    }
}
