package io.rollcall.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Lead ids of a call: repeated parameters, a form, or a JSON body. */
final class LeadIds {
    private LeadIds() {}

    static List<Long> of(Request request) throws Refusal {
        List<Long> ids = new ArrayList<>();
        for (String text : request.params().list("id")) {
            ids.add(number(text));
        }
        if (ids.isEmpty() && request.hasJson()) {
            for (JsonNode record : Json.input(Json.read(request))) {
                ids.add(number(record.path("id").asText()));
            }
        }
        return Json.few(ids, "id");
    }

    static long number(String text) throws Refusal {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOne) {
            throw new Refusal("1001", "Invalid value '" + text + "'. Required of type 'Long'");
        }
    }
}
