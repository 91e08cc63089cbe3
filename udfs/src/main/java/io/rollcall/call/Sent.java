package io.rollcall.call;

import io.rollcall.pack.Hash64;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import java.util.List;
import java.util.Map;

/**
 * One member of a released call: what a request needs. {@code lead} is 0 and {@code field}, {@code
 * value} are null where they do not apply; {@code values} are Marketo fields to write, a null value
 * clears.
 */
public record Sent(
        String person,
        long lead,
        String field,
        String value,
        long valueHash,
        Map<String, String> values) {

    public Sent {
        values = values == null ? Map.of() : values;
    }

    public Member report(MemberStatus status, String code) {
        return report(lead, status, code);
    }

    public Member report(long ofLead, MemberStatus status, String code) {
        return new Member(
                person,
                field,
                valueHash,
                ofLead,
                status,
                code,
                List.of(),
                List.of(),
                Hash64.ofValues(values));
    }
}
