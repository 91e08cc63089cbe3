package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Add to List and Remove from List. Results are told apart by lead id, never by their place. */
final class ListChange implements Endpoint {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        String path = "/rest/v1/lists/" + call.list() + "/leads.json";
        return call.kind() == CallKind.ADD
                ? new MarketoRequest("POST", path, new Form(), input(call))
                : new MarketoRequest("DELETE", path, ids(call), null);
    }

    static byte[] input(Call call) {
        ObjectNode json = Answer.JSON.createObjectNode();
        leads(call).forEach(lead -> json.withArray("input").addObject().put("id", lead));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Form ids(Call call) {
        Form query = new Form();
        leads(call).forEach(lead -> query.add("id", lead));
        return query;
    }

    private static LongStream leads(Call call) {
        return call.members().stream().mapToLong(Sent::lead).distinct();
    }

    @Override
    public End read(Asked asked, Answer answer) {
        Map<Long, JsonNode> results = byLead(answer.result());
        return End.done(
                answer.requestId(),
                asked.call().members().stream()
                        .map(m -> member(m, results.get(m.lead()), asked.call().kind()))
                        .toList());
    }

    /** A lead of which an answer says two things is one of which it says nothing. */
    static Map<Long, JsonNode> byLead(JsonNode result) {
        Map<Long, JsonNode> results = new HashMap<>();
        Set<Long> disputed = new HashSet<>();
        for (JsonNode one : result) {
            JsonNode before = results.put(one.path("id").asLong(), one);
            if (before != null && !before.equals(one)) {
                disputed.add(one.path("id").asLong());
            }
        }
        results.keySet().removeAll(disputed);
        return results;
    }

    private static Member member(Sent sent, JsonNode result, CallKind kind) {
        String status = result == null ? "" : result.path("status").asText("");
        if (status.equals("skipped")) {
            return LeadSync.skipped(sent, result);
        }
        if (kind == CallKind.ADD && status.equals("added")) {
            return sent.report(MemberStatus.ADDED, null);
        }
        return kind == CallKind.REMOVE && status.equals("removed")
                ? sent.report(MemberStatus.REMOVED, null)
                : sent.report(MemberStatus.SENT, null);
    }
}
