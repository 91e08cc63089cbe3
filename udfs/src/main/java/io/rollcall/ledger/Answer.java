package io.rollcall.ledger;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.marketo.ErrorVerdict;
import io.rollcall.report.CallKind;
import io.rollcall.report.Verdict;

/** What a report of an add or a remove means for the member it is about. */
enum Answer {
    /** The list is as the call wanted it. */
    YES,
    /** Nobody knows. */
    PERHAPS,
    /** Marketo does not know the lead. */
    GONE,
    /** Refused for a reason that asking again at once does not change. */
    REFUSED,
    /** Refused for now; the scheduler asks again by itself. */
    LATER;

    /** Whether it settles a wish; every other answer leaves it to be sent again. */
    boolean isFinal() {
        return this == YES || this == GONE || this == REFUSED;
    }

    static Answer of(MemberReport report) {
        if (report.verdict() == Verdict.PERHAPS) {
            return PERHAPS;
        }
        return switch (report.member().status()) {
            case ADDED, REMOVED, ACCEPTED -> YES;
            case SKIPPED -> skipped(report);
            default -> PERHAPS;
        };
    }

    private static Answer skipped(MemberReport report) {
        ErrorVerdict verdict = ErrorTable.verdict(report.member().code(), ErrorLevel.RECORD);
        return switch (verdict.reaction()) {
            case NOT_ON_LIST -> report.call() == CallKind.REMOVE ? YES : REFUSED;
            case LEAD_GONE -> GONE;
            case RETRY_MEMBER -> verdict.executed() == Verdict.PERHAPS ? PERHAPS : LATER;
            default -> REFUSED;
        };
    }
}
