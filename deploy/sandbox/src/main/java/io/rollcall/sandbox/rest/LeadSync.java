package io.rollcall.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sync Leads. Whether a lead exists is judged when the call begins and written when it ends, record
 * by record and without a lock: calls close in time, and equal keys in one call, make duplicates.
 */
final class LeadSync {
    private LeadSync() {}

    static Operation.Work sync(Subscription subscription, Request request) throws Refusal {
        JsonNode body = Json.read(request);
        List<JsonNode> input = Json.input(body);
        SyncRules rules = SyncRules.of(subscription, body);
        List<Supplier<Map<String, Object>>> steps = new ArrayList<>();
        for (JsonNode record : input) {
            steps.add(step(rules, record));
        }
        return new Operation.Work(
                input.size(), () -> Reply.result(steps.stream().map(Supplier::get).toList()));
    }

    private static Supplier<Map<String, Object>> step(SyncRules rules, JsonNode record) {
        try {
            return rules.plan(record);
        } catch (Refusal refusal) {
            return () -> RecordStatus.skipped(refusal);
        }
    }
}
