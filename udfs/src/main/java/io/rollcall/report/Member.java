package io.rollcall.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rollcall.event.Identity;
import java.util.List;

/**
 * One person in a call. {@code lead} is 0 where unknown. {@code valueHash} is a hash of the looked
 * up (field, value), so that a second creation of it can be barred by who has only read the topic.
 * {@code others} are further leads that matched. {@code identities} stand only in list reads, and
 * there not where an extract tells of a lead whose only name is {@code person}. {@code valuesHash}
 * is a hash of the values an upsert wrote, 0 where it wrote none.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Member(
        String person,
        String field,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long valueHash,
        long lead,
        MemberStatus status,
        String code,
        List<Long> others,
        List<Identity> identities,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) long valuesHash) {

    /** In place of a code: the lead found or present carries Marketo's own refusal. */
    public static final String UNSUBSCRIBED = "unsubscribed";

    /** In place of a code: the row was imported, but not every value of it. */
    public static final String WARNED = "import-warning";

    /** In place of a code: taken by the Data Ingestion API, which carries it out later. */
    public static final String ACCEPTED = "accepted";

    public Member {
        others = others == null ? List.of() : others;
        identities = identities == null ? List.of() : identities;
    }

    /** A member of anything but an upsert that was carried out. */
    public Member(
            String person,
            String field,
            long valueHash,
            long lead,
            MemberStatus status,
            String code,
            List<Long> others,
            List<Identity> identities) {
        this(person, field, valueHash, lead, status, code, others, identities, 0);
    }

    /** A member of a list call: the lead is known, nothing is looked up. */
    public static Member onList(String person, long lead, MemberStatus status, String code) {
        return new Member(person, null, 0, lead, status, code, List.of(), List.of());
    }

    public Member with(MemberStatus newStatus, String newCode) {
        return new Member(
                person, field, valueHash, lead, newStatus, newCode, others, identities, valuesHash);
    }
}
