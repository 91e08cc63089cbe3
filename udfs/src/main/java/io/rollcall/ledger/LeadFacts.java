package io.rollcall.ledger;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.outcome.Outcome.Change;
import io.rollcall.outcome.Outcome.Status;
import io.rollcall.report.CallKind;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Verdict;
import io.rollcall.wish.Wish;

/** Applies the end of a look-up or an upsert to a row: which lead this person is. */
final class LeadFacts {

    private static final int MAX_OTHERS = 10;

    private final LedgerSettings settings;

    LeadFacts(LedgerSettings settings) {
        this.settings = settings;
    }

    void apply(MemberReport report, Said said) {
        MemberStatus status = report.member().status();
        if (report.verdict() != Verdict.DONE || status == MemberStatus.SENT) {
            perhaps(report, said);
            return;
        }
        if (status == MemberStatus.UNDECIDED || later(report)) {
            return;
        }
        InstanceRow instance = said.row.instanceOrNew(report.instance());
        boolean settled = settle(report, instance);
        boolean newest = report.sequence() > instance.sequence;
        instance.seen = Math.max(instance.seen, report.offset());
        if (newest) {
            instance.sequence = report.sequence();
            answered(report, instance, settled, said);
        }
    }

    /** An upsert that perhaps ran leaves it unknown which values Marketo holds. */
    private static void perhaps(MemberReport report, Said said) {
        InstanceRow instance = said.row.instance(report.instance());
        if (report.call() == CallKind.UPSERT && instance != null) {
            instance.valuesHash = 0;
        }
    }

    private static boolean later(MemberReport report) {
        return report.member().status() == MemberStatus.SKIPPED
                && switch (ErrorTable.verdict(report.member().code(), ErrorLevel.RECORD)
                        .reaction()) {
                    case RETRY_MEMBER -> true;
                    default -> false;
                };
    }

    /** Mirrors the scheduler's {@code Settlement}, as {@link ListFacts} does. */
    private static boolean settle(MemberReport report, InstanceRow instance) {
        boolean settles = instance.wish == kind(report) && report.offset() > instance.seen;
        if (settles) {
            instance.wish = null;
        }
        return settles;
    }

    static Wish.Kind kind(MemberReport report) {
        if (report.call() == CallKind.LOOKUP) {
            return Wish.Kind.LOOKUP;
        }
        return report.member().lead() != 0 && "id".equals(report.member().field())
                ? Wish.Kind.UPDATE
                : Wish.Kind.UPSERT;
    }

    private void answered(MemberReport report, InstanceRow instance, boolean settled, Said said) {
        Member member = report.member();
        switch (member.status()) {
            case FOUND -> found(report, instance, said);
            case CREATED, UPDATED -> {
                found(report, instance, said);
                written(instance, settled);
            }
            case NOT_FOUND -> notFound(report, instance, said);
            case SKIPPED -> skipped(report, instance, said);
            default -> {}
        }
    }

    private void found(MemberReport report, InstanceRow instance, Said said) {
        Member member = report.member();
        if (instance.lead == 0) {
            first(instance, member.lead());
        } else if (instance.lead != member.lead()) {
            changed(report, instance, said);
        }
        instance.state = LeadState.KNOWN;
        instance.tries = 0;
        instance.refusal = null;
        member.others().forEach(other -> alsoKnown(instance, other));
        said.outcome(report, null, change(report), Status.APPLIED);
    }

    /**
     * What was asked for last is what Marketo holds, unless two different values were asked for.
     */
    private static void written(InstanceRow instance, boolean settled) {
        instance.valuesHash = settled && !instance.wishedTwice ? instance.wishedHash : 0;
        instance.wishedTwice = false;
    }

    /** A first lead id says nothing about lists: what was read of them stands. */
    void first(InstanceRow instance, long lead) {
        instance.lead = lead;
        instance.state = LeadState.KNOWN;
        instance.others.remove(lead);
        instance.lists.forEach(list -> list.adopt(lead));
    }

    /** Another lead than before: all that was reported is of the wrong person's lead. */
    private static void changed(MemberReport report, InstanceRow instance, Said said) {
        withdrawAll(instance, said);
        for (ListRow list : instance.lists) {
            if (list.reported == Reported.IN || list.reported == Reported.UNKNOWN) {
                list.alsoOn.add(new ListRow.AlsoOn(instance.lead, false));
            }
        }
        alsoKnown(instance, instance.lead);
        instance.lead = report.member().lead();
        instance.others.remove(instance.lead);
        doubtLists(report, instance);
        instance.lists.forEach(list -> list.adopt(instance.lead));
    }

    /** 1004 on the current id: forget it and look up only; never create (rule 3.1.6). */
    void lost(MemberReport report, InstanceRow instance, Said said) {
        said.count(LedgerCount.LEADS_LOST);
        withdrawAll(instance, said);
        if (instance.wish != null) {
            said.leadWish(LeadWish.withdrawal(said.person, instance));
            instance.wish = null;
        }
        instance.lostLead = instance.lead;
        instance.lead = 0;
        instance.state = LeadState.LOST;
        instance.valuesHash = 0;
        instance.sequence = Math.max(instance.sequence, report.sequence());
        doubtLists(report, instance);
    }

    private static void doubtLists(MemberReport report, InstanceRow instance) {
        instance.changed = report.offset();
        for (ListRow list : instance.lists) {
            list.news |= list.reported != Reported.UNKNOWN;
            list.forget(Reported.UNKNOWN);
        }
    }

    private static void withdrawAll(InstanceRow instance, Said said) {
        for (ListRow list : instance.lists) {
            if (list.wish != null) {
                said.listWish(Wish.Kind.NO_LIST_WISH, instance, list, instance.lead, null);
                list.wish = null;
                list.lane = null;
            }
        }
    }

    private void notFound(MemberReport report, InstanceRow instance, Said said) {
        if (instance.lead != 0) {
            return;
        }
        boolean erased = instance.state == LeadState.LOST || instance.state == LeadState.DELETED;
        instance.state = erased ? LeadState.DELETED : LeadState.UNMATCHED;
        instance.deletedAt = erased ? said.now : 0;
        instance.nextAt =
                said.now
                        + Backoff.doubling(
                                settings.unmatchedRetry(),
                                settings.unmatchedRetryMax(),
                                instance.tries);
        instance.tries++;
        for (ListRow list : instance.lists) {
            list.news |= list.reported != Reported.OUT;
            list.forget(Reported.OUT);
            list.proven = true;
        }
        said.count(LedgerCount.UNMATCHED);
        said.outcome(
                report,
                null,
                Change.LOOKUP,
                erased ? Status.EXCLUDED : Status.UNMATCHED,
                null,
                erased ? "lead-deleted" : "no lead matches");
    }

    private void skipped(MemberReport report, InstanceRow instance, Said said) {
        Member member = report.member();
        switch (ErrorTable.verdict(member.code(), ErrorLevel.RECORD).reaction()) {
            case LEAD_GONE -> {
                if (instance.lead == member.lead()) {
                    gone(report, instance, said);
                }
            }
            case AMBIGUOUS -> {
                boolean asked = report.call() == CallKind.LOOKUP;
                if (asked || instance.lead != 0) {
                    rejected(report, instance, said);
                } else {
                    instance.state = LeadState.AMBIGUOUS;
                }
            }
            default -> rejected(report, instance, said);
        }
    }

    /** An update found the current id gone; twice the same id is Marketo's own riddle. */
    private void gone(MemberReport report, InstanceRow instance, Said said) {
        if (instance.lead == instance.lostLead) {
            rejected(report, instance, said);
        } else {
            lost(report, instance, said);
        }
    }

    private static void rejected(MemberReport report, InstanceRow instance, Said said) {
        if (instance.lead == 0) {
            // Whoever was lost stays lost: a rejection must not open the way to a new creation.
            instance.state = instance.state == LeadState.LOST ? LeadState.LOST : LeadState.REJECTED;
        } else {
            // The values were refused, not the person: do not offer the same ones again.
            instance.valuesHash = instance.wishedHash;
        }
        instance.refusal = report.member().code();
        instance.refusedAt = Judge.newestAt(said.row);
        said.count(LedgerCount.REJECTED);
        said.outcome(report, null, change(report), Status.REJECTED);
    }

    private static Change change(MemberReport report) {
        return switch (report.member().status()) {
            case CREATED -> Change.CREATE;
            case UPDATED -> Change.UPDATE;
            default -> report.call() == CallKind.LOOKUP ? Change.LOOKUP : Change.CREATE;
        };
    }

    private static void alsoKnown(InstanceRow instance, long other) {
        if (other != instance.lead
                && !instance.others.contains(other)
                && instance.others.size() < MAX_OTHERS) {
            instance.others.add(other);
        }
    }

    /** A list read found this lead under one of the person's identities. */
    void seenOnList(InstanceRow instance, long lead) {
        if (instance.lead == 0) {
            first(instance, lead);
        } else {
            alsoKnown(instance, lead);
        }
    }
}
