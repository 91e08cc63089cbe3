package io.rollcall.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import java.nio.charset.StandardCharsets;

/**
 * Add Leads to List of the Data Ingestion API. It says that it has taken the request and nothing of
 * anybody in it; what becomes of them it tells a stream of events alone.
 */
final class ListIngestion implements Endpoint {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        String path = "/subscriptions/" + instance.munchkinId() + "/lists";
        ObjectNode json = Answer.JSON.createObjectNode().put("listId", call.list());
        call.members().stream()
                .mapToLong(Sent::lead)
                .distinct()
                .forEach(lead -> json.withArray("input").addObject().put("leadId", lead));
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        return MarketoRequest.ingest(path, body, call.id());
    }

    @Override
    public Answer answer(HttpAnswer answer) {
        return Answer.ofIngestion(answer);
    }

    @Override
    public End read(Asked asked, Answer answer) {
        return End.done(
                null,
                asked.call().members().stream()
                        .map(sent -> sent.report(MemberStatus.ACCEPTED, Member.ACCEPTED))
                        .toList());
    }
}
