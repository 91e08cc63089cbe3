package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Sync Leads: creates or updates by a lookup field, or updates by lead id. */
final class LeadSync implements Endpoint {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        ObjectNode json = Answer.JSON.createObjectNode();
        if (call.members().get(0).lead() > 0) {
            json.put("action", "updateOnly").put("lookupField", "id");
        } else {
            byField(json, call.members().get(0).field(), instance);
        }
        call.members().forEach(member -> json.withArray("input").add(record(member)));
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        return new MarketoRequest("POST", "/rest/v1/leads.json", new Form(), body);
    }

    /** Marketo takes a partition only where a lead may be created. */
    private static void byField(ObjectNode json, String field, Instance instance) {
        json.put("action", instance.creates() ? "createOrUpdate" : "updateOnly");
        json.put("lookupField", field);
        if (instance.creates() && instance.leadPartition() != null) {
            json.put("partitionName", instance.leadPartition());
        }
    }

    private static ObjectNode record(Sent member) {
        ObjectNode record = Answer.JSON.createObjectNode();
        member.values().forEach(record::put);
        return member.lead() > 0
                ? record.put("id", member.lead())
                : record.put(member.field(), member.value());
    }

    /** Results name nobody: they stand in the order of the input, or mean nothing. */
    @Override
    public End read(Asked asked, Answer answer) {
        List<Sent> members = asked.call().members();
        if (answer.result().size() != members.size()) {
            return End.failed(asked.call(), "unreadable", answer.requestId());
        }
        return End.done(
                answer.requestId(),
                IntStream.range(0, members.size())
                        .mapToObj(i -> member(members.get(i), answer.result().get(i)))
                        .toList());
    }

    private static Member member(Sent sent, JsonNode result) {
        long lead = result.path("id").asLong();
        return switch (result.path("status").asText("")) {
            case "created" -> known(sent, lead, MemberStatus.CREATED);
            case "updated" -> known(sent, lead, MemberStatus.UPDATED);
            case "skipped" -> skipped(sent, result);
            default -> sent.report(MemberStatus.SENT, null);
        };
    }

    private static Member known(Sent sent, long lead, MemberStatus status) {
        return lead > 0 ? sent.report(lead, status, null) : sent.report(MemberStatus.SENT, null);
    }

    static Member skipped(Sent sent, JsonNode result) {
        String code = Answer.code(result.path("reasons").path(0));
        return sent.report(MemberStatus.SKIPPED, code);
    }
}
