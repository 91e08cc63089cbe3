package io.rollcall.schedule;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.marketo.Reaction;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Wish;

/**
 * Whether the end of a call settles a wish. The ledger forgets that a wish is out by this very rule
 * when it reads the same report ({@code ListFacts.settle}, {@code LeadSettlement.of}): only so
 * neither waits for the other.
 */
final class Settlement {

    private Settlement() {}

    static boolean settles(Report ended, Member member, Wish wish) {
        return settled(ended, member) == wish.kind()
                && ended.offset() > wish.asOf()
                && wish.person().equals(member.person());
    }

    /** The kind of wish that this end settles for the member, or null. */
    static Wish.Kind settled(Report ended, Member member) {
        if (ended.verdict() != Verdict.DONE || !isFinal(member)) {
            return null;
        }
        return switch (ended.call()) {
            case ADD, INGEST -> Wish.Kind.ADD;
            case ROWS -> member.lead() == 0 ? Wish.Kind.UPSERT : Wish.Kind.ADD;
            case REMOVE -> Wish.Kind.REMOVE;
            case LOOKUP -> Wish.Kind.LOOKUP;
            case UPSERT -> "id".equals(member.field()) ? Wish.Kind.UPDATE : Wish.Kind.UPSERT;
            case DELETE -> Wish.Kind.DELETE;
            default -> null;
        };
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

    /** Whether a call that was carried out brought this member no nearer. */
    static boolean putsOff(Member member) {
        return member.status() != MemberStatus.LEFT_OUT && !isFinal(member);
    }

    /** Whether the answer left this member undecided for being one of too many. */
    static boolean wantsSmallerCall(Member member) {
        return member.status() == MemberStatus.UNDECIDED;
    }
}
