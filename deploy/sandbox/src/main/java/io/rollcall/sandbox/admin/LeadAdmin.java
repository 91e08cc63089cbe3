package io.rollcall.sandbox.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.Field;
import io.rollcall.sandbox.marketo.FieldValue;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leads by hand, one or a million. */
final class LeadAdmin {
    private static final int PAGE = 100;

    private LeadAdmin() {}

    static Map<String, Object> view(Lead lead) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", lead.id());
        view.put("email", lead.email());
        view.put("partition", lead.partition());
        view.put("createdAt", lead.show("createdAt"));
        view.put("updatedAt", lead.show("updatedAt"));
        view.put("values", lead.values());
        return view;
    }

    static Object find(Subscription subscription, AdminRequest request) {
        List<Lead> found =
                request.params()
                        .first("email")
                        .map(subscription.leads()::byEmail)
                        .orElseGet(() -> page(subscription, request));
        return Map.of(
                "count",
                subscription.leads().count(),
                "leads",
                found.stream().map(LeadAdmin::view).toList());
    }

    private static List<Lead> page(Subscription subscription, AdminRequest request) {
        return subscription.leads().page(request.number("offset", 0), request.number("size", PAGE));
    }

    static Object create(Subscription subscription, AdminRequest request) {
        List<Long> ids =
                request.body().has("count")
                        ? generated(subscription, request.body())
                        : given(subscription, request.body());
        if (request.body().has("listId")) {
            StaticList list = subscription.lists().get(request.body().path("listId").asLong());
            ids.forEach(list::add);
        }
        return answer(ids);
    }

    private static Map<String, Object> answer(List<Long> ids) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("count", ids.size());
        answer.put("firstLeadId", ids.isEmpty() ? null : ids.get(0));
        answer.put("lastLeadId", ids.isEmpty() ? null : ids.get(ids.size() - 1));
        return answer;
    }

    private static List<Long> generated(Subscription subscription, JsonNode body) {
        String pattern = body.path("email").asText("person-%d@example.com");
        int from = body.path("from").asInt(1);
        return subscription.leads().generate(pattern, from, body.path("count").asInt());
    }

    private static List<Long> given(Subscription subscription, JsonNode body) {
        String partition = body.path("partition").asText(subscription.partitions().get(0));
        List<Long> ids = new ArrayList<>();
        for (JsonNode lead : body.path("leads")) {
            ids.add(subscription.leads().create(values(subscription, lead), partition).id());
        }
        return ids;
    }

    private static Map<String, Object> values(Subscription subscription, JsonNode lead) {
        Map<String, Object> values = new HashMap<>();
        try {
            for (Map.Entry<String, JsonNode> entry : lead.properties()) {
                Field field = subscription.fields().get(entry.getKey());
                values.put(field.name(), FieldValue.of(field, entry.getValue()));
            }
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.getMessage(), refusal);
        }
        return values;
    }

    static Object delete(Subscription subscription, AdminRequest request) {
        List<Long> ids = new ArrayList<>(request.longs("ids"));
        for (String email : request.texts("emails")) {
            ids.addAll(subscription.leads().byEmail(email).stream().map(Lead::id).toList());
        }
        return Map.of("deleted", ids.stream().filter(subscription::delete).count());
    }

    static Object merge(Subscription subscription, AdminRequest request) {
        long winner = request.body().path("winner").asLong();
        List<Long> losers = request.longs("losers");
        subscription.leads().get(winner).orElseThrow();
        losers.forEach(loser -> subscription.leads().get(loser).orElseThrow());
        subscription.merge(winner, losers);
        return view(subscription.leads().get(winner).orElseThrow());
    }

    static Object duplicates(Subscription subscription, AdminRequest request) {
        return subscription.leads().duplicates();
    }
}
