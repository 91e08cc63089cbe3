package io.rollcall.ledger;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.marketo.Reaction;
import io.rollcall.report.CallKind;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Wish;

/**
 * Whether a report settled the wish about a lead that was out, and if so, the hash of what was
 * asked; 0 when two different things were asked for and nobody can tell which one was answered.
 * Mirrors the scheduler's {@code Settlement}, as {@link ListFacts} does.
 */
record LeadSettlement(boolean wish, long hash) {

    private static final LeadSettlement NONE = new LeadSettlement(false, 0);

    static LeadSettlement of(MemberReport report, InstanceRow instance, Said said) {
        boolean settles =
                isFinal(report) && instance.wish == kind(report) && report.offset() > instance.asOf;
        if (!settles) {
            return NONE;
        }
        long hash = instance.wishedTwice ? 0 : instance.wishedHash;
        said.settled(instance.lane);
        instance.unwished();
        instance.wishedTwice = false;
        instance.wishedHash = 0;
        return new LeadSettlement(true, hash);
    }

    /** Whether it settles a wish; every other answer leaves it to be sent again. */
    static boolean isFinal(MemberReport report) {
        return report.verdict() == Verdict.DONE
                && switch (report.member().status()) {
                    case CANDIDATE, SENT, LEFT_OUT, UNDECIDED -> false;
                    case SKIPPED -> reaction(report) != Reaction.RETRY_MEMBER;
                    default -> true;
                };
    }

    static Reaction reaction(MemberReport report) {
        return ErrorTable.verdict(report.member().code(), ErrorLevel.RECORD).reaction();
    }

    private static Wish.Kind kind(MemberReport report) {
        if (report.call() == CallKind.LOOKUP) {
            return Wish.Kind.LOOKUP;
        }
        if (report.call() == CallKind.DELETE) {
            return Wish.Kind.DELETE;
        }
        return byId(report) ? Wish.Kind.UPDATE : Wish.Kind.UPSERT;
    }

    static boolean byId(MemberReport report) {
        return LeadWish.ID.equals(report.member().field());
    }
}
