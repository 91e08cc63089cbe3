package io.rollcall.event.decode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Who comes onto a marketing list and who goes, which Marketo's native sync cannot tell: by the
 * list's own messages, or by rows of the table {@code listmember}. Members are row ids and nothing
 * else.
 */
final class DataverseMembers implements Serializable {

    private final DataversePeople people;

    DataverseMembers(DataversePeople people) {
        this.people = people;
    }

    /** {@code AddMember}, {@code AddListMembers}, {@code RemoveMember} and their longer names. */
    void message(DataverseContext context, boolean in, Arrival arrival, Harvest harvest)
            throws RefusedException {
        if (context.isStripped()) {
            throw Refusal.STRIPPED.because();
        }
        List<JsonNode> members = new ArrayList<>();
        if (!context.parameter("EntityId").isMissingNode()) {
            members.add(context.parameter("EntityId"));
        }
        DataverseContext.array(context.parameter("MemberIds")).forEach(members::add);
        if (members.isEmpty()) {
            throw Refusal.NO_USABLE_IDENTITY.because();
        }
        String audience = people.audienceOf(DataverseContext.guid(context.parameter("ListId")));
        for (JsonNode member : members) {
            add(audience, new Change(member, in, context.operatedAt(arrival)), arrival, harvest);
        }
    }

    void row(DataverseContext context, boolean in, Arrival arrival, Harvest harvest)
            throws RefusedException {
        DataverseColumns columns = context.columns();
        JsonNode list = columns.raw("listid");
        JsonNode member = columns.raw("entityid");
        if (list == null || member == null) {
            throw (in ? Refusal.STRIPPED : Refusal.NO_PRE_IMAGE).because();
        }
        String audience = people.audienceOf(DataverseContext.guid(list.path("Id")));
        Change change = new Change(member.path("Id"), in, context.operatedAt(arrival));
        add(audience, change, arrival, harvest);
    }

    private record Change(JsonNode member, boolean in, long at) {}

    private void add(String audience, Change change, Arrival arrival, Harvest harvest)
            throws RefusedException {
        if (audience == null) {
            harvest.passOver(DecodeMetric.IRRELEVANT);
            return;
        }
        String id = DataverseContext.guid(change.member);
        harvest.add(people.member(id, audience, change.in, change.at, arrival));
    }
}
