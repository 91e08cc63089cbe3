package io.rollcall.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.activation.Instance;
import io.rollcall.report.Member;
import java.util.List;

/** What a row of an export's file says: the person, or people, that a lead on the list is. */
final class ExtractRow {

    /** Marketo's word for an empty value. */
    private static final String EMPTY = "null";

    private final Instance instance;
    private final List<String> columns;

    ExtractRow(Instance instance) {
        this.instance = instance;
        this.columns = ListExtract.columns(instance);
    }

    List<String> columns() {
        return columns;
    }

    /** Refuses a row that does not say which lead it is about. */
    List<Member> members(List<String> fields) {
        if (fields.size() != columns.size() || Long.parseLong(fields.get(0).strip()) <= 0) {
            throw new IllegalArgumentException("a row that names nobody");
        }
        ObjectNode lead = Answer.JSON.createObjectNode();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).equals(EMPTY)) {
                lead.put(columns.get(i), fields.get(i));
            }
        }
        List<Member> members = ListRead.members(lead, instance);
        return members.size() == 1 ? List.of(brief(members.get(0))) : members;
    }

    /**
     * Half as long, and so is a list in calls: where a lead goes by its first name alone, the
     * ledger can tell it from the person.
     */
    private Member brief(Member member) {
        String first = instance.lookup().get(0).namespace();
        boolean isFirst = member.identities().get(0).namespace().equals(first);
        return isFirst ? nameless(member) : member;
    }

    private static Member nameless(Member member) {
        return new Member(
                member.person(),
                null,
                0,
                member.lead(),
                member.status(),
                member.code(),
                List.of(),
                List.of());
    }
}
