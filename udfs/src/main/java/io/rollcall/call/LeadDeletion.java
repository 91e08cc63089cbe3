package io.rollcall.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import java.util.Map;

/** Delete Leads: a deleted lead is off every list at once. */
final class LeadDeletion implements Endpoint {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        return new MarketoRequest(
                "POST", "/rest/v1/leads/delete.json", new Form(), ListChange.input(call));
    }

    @Override
    public End read(Asked asked, Answer answer) {
        Map<Long, JsonNode> results = ListChange.byLead(answer.result());
        return End.done(
                answer.requestId(),
                asked.call().members().stream()
                        .map(member -> member(member, results.get(member.lead())))
                        .toList());
    }

    private static Member member(Sent sent, JsonNode result) {
        String status = result == null ? "" : result.path("status").asText("");
        return switch (status) {
            case "deleted" -> sent.report(MemberStatus.DELETED, null);
            case "skipped" -> LeadSync.skipped(sent, result);
            default -> sent.report(MemberStatus.SENT, null);
        };
    }
}
