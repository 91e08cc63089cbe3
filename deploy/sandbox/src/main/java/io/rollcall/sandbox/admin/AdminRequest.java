package io.rollcall.sandbox.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.sandbox.http.Params;
import io.rollcall.sandbox.http.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What an admin asks: a JSON body, parameters, and the id in the path if there is one. */
record AdminRequest(JsonNode body, Params params, long id) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static AdminRequest of(Request request, long id) {
        try {
            JsonNode body =
                    request.body().length == 0
                            ? MAPPER.createObjectNode()
                            : MAPPER.readTree(request.body());
            return new AdminRequest(body, request.params(), id);
        } catch (IOException broken) {
            throw new IllegalArgumentException("body is no JSON: " + broken.getMessage(), broken);
        }
    }

    <T> T as(Class<T> type) {
        return convert(body, type);
    }

    /** The body's properties over those of a present value. */
    <T> T over(T present, Class<T> type) {
        ObjectNode both = MAPPER.valueToTree(present);
        both.setAll((ObjectNode) body);
        return convert(both, type);
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
        }
    }

    List<Long> longs(String name) {
        List<Long> numbers = new ArrayList<>();
        body.path(name).forEach(number -> numbers.add(number.asLong()));
        return numbers;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        body.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    int number(String parameter, int otherwise) {
        return params.first(parameter).map(Integer::valueOf).orElse(otherwise);
    }
}
