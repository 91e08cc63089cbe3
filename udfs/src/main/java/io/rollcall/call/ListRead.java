package io.rollcall.call;

import static io.rollcall.report.MemberStatus.PRESENT;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.activation.Instance;
import io.rollcall.event.Identity;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Get Leads by List Id: one page of a list, each member under every identity it has. */
final class ListRead implements Endpoint {

    @Override
    public MarketoRequest request(Call call, Instance instance) {
        Form query =
                new Form()
                        .add("fields", "id," + LeadNames.fields(instance) + Lead.flag(instance))
                        .add("batchSize", LeadLookup.PAGE);
        if (call.page() != null && call.page().nextToken() != null) {
            query.add("nextPageToken", call.page().nextToken());
        }
        return new MarketoRequest(
                "GET", "/rest/v1/lists/" + call.list() + "/leads.json", query, null);
    }

    @Override
    public End nobody(Asked asked, Answer answer) {
        return read(asked, answer.withNobody());
    }

    @Override
    public End read(Asked asked, Answer answer) {
        boolean cutShort = answer.hasMore() && answer.nextPageToken() == null;
        if (cutShort || !allWithId(answer.result())) {
            return End.failed(asked.call(), "unreadable", answer.requestId());
        }
        List<Member> members = new ArrayList<>();
        int strangers = 0;
        for (JsonNode lead : answer.result()) {
            List<Member> known = members(lead, asked.instance());
            members.addAll(known);
            strangers += known.isEmpty() ? 1 : 0;
        }
        ListPage page = page(asked.call(), answer.nextPageToken(), strangers);
        return new End(Verdict.DONE, null, answer.requestId(), members, page, null);
    }

    /** A member that cannot be named would count as absent: then the page proves nothing. */
    private static boolean allWithId(JsonNode leads) {
        for (JsonNode lead : leads) {
            if (lead.path("id").asLong() <= 0) {
                return false;
            }
        }
        return true;
    }

    static List<Member> members(JsonNode lead, Instance instance) {
        List<Identity> identities = LeadNames.of(lead, instance);
        long id = lead.path("id").asLong();
        String refusal = Lead.refusal(lead);
        return identities.stream()
                .map(identity -> present(identity, id, identities).with(PRESENT, refusal))
                .toList();
    }

    private static Member present(Identity identity, long lead, List<Identity> identities) {
        return new Member(identity.key(), null, 0, lead, PRESENT, null, List.of(), identities);
    }

    /** A read is named after its first page. */
    private static ListPage page(Call call, String nextToken, int strangers) {
        ListPage asked = call.page();
        long generation =
                asked == null || asked.generation() <= 0 ? call.sequence() : asked.generation();
        return new ListPage(generation, nextToken, nextToken == null, strangers);
    }
}
