package io.rollcall.ledger;

import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;

/** What an ended call says of one person: the part of a report that one row needs. */
public record MemberReport(
        String instance,
        CallKind call,
        long list,
        long sequence,
        long offset,
        long at,
        Verdict verdict,
        long generation,
        String callId,
        String requestId,
        Member member) {

    /** The same of a call of another kind: what it did is what that one does. */
    MemberReport as(CallKind other) {
        return new MemberReport(
                instance,
                other,
                list,
                sequence,
                offset,
                at,
                verdict,
                generation,
                callId,
                requestId,
                member);
    }

    /**
     * The rows of an extract are those of one read that began when the extract was asked for:
     * nobody knows when Marketo looked at whom.
     */
    public static MemberReport of(Report ended, Member member) {
        boolean extract = ended.call() == CallKind.EXTRACT_FILE && ended.page() != null;
        return new MemberReport(
                ended.instance(),
                extract ? CallKind.READ : ended.call(),
                ended.list(),
                extract ? ended.page().generation() : ended.sequence(),
                ended.offset(),
                ended.at(),
                ended.verdict(),
                ended.page() == null ? -1 : ended.page().generation(),
                ended.callId(),
                ended.requestId(),
                member);
    }
}
