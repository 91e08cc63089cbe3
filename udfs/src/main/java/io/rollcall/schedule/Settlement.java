package io.rollcall.schedule;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.marketo.Reaction;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Wish;

/**
 * Whether the end of a call settles a wish. The ledger forgets that a wish is out by this very rule
 * when it reads the same report ({@code ListFacts.settle}, {@code LeadFacts.settle}): only so
 * neither waits for the other.
 */
final class Settlement {

    private Settlement() {}

    static boolean settles(Report ended, Member member, Wish wish) {
        return ended.verdict() == Verdict.DONE
                && ended.offset() > wish.asOf()
                && wish.person().equals(member.person())
                && isFinal(member)
                && sameMatter(ended, member, wish);
    }

    private static boolean isFinal(Member member) {
        return switch (member.status()) {
            case CANDIDATE, SENT, LEFT_OUT, UNDECIDED -> false;
            case SKIPPED ->
                    ErrorTable.verdict(member.code(), ErrorLevel.RECORD).reaction()
                            != Reaction.RETRY_MEMBER;
            default -> true;
        };
    }

    private static boolean sameMatter(Report ended, Member member, Wish wish) {
        boolean byId = "id".equals(member.field());
        return switch (wish.kind()) {
            case ADD -> ended.call() == CallKind.ADD;
            case REMOVE -> ended.call() == CallKind.REMOVE;
            case LOOKUP -> ended.call() == CallKind.LOOKUP;
            case UPSERT -> ended.call() == CallKind.UPSERT && !byId;
            case UPDATE -> ended.call() == CallKind.UPSERT && byId;
            case NO_LIST_WISH, NO_LEAD_WISH -> false;
        };
    }

    /** Whether a call that was carried out brought this member no nearer. */
    static boolean putsOff(Member member) {
        return member.status() != MemberStatus.LEFT_OUT && !isFinal(member);
    }

    /** Whether the answer left this member undecided for being one of too many. */
    static boolean wantsSmallerCall(Member member) {
        return member.status() == MemberStatus.UNDECIDED;
    }
}
