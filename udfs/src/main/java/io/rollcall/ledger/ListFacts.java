package io.rollcall.ledger;

import io.rollcall.outcome.Outcome.Change;
import io.rollcall.outcome.Outcome.Status;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Wish;

/** Applies the end of an add or a remove to a row. */
final class ListFacts {

    private final Plan plan;
    private final LeadFacts leads;

    ListFacts(Plan plan, LeadFacts leads) {
        this.plan = plan;
        this.leads = leads;
    }

    void apply(MemberReport report, Said said) {
        InstanceRow instance = said.row.instanceOrNew(report.instance());
        long lead = report.member().lead();
        if (instance.lead == 0 && instance.state == LeadState.NONE) {
            leads.first(instance, lead);
        }
        ListRow list = instance.listOrNew(report.list());
        if (lead == instance.lead) {
            chosenLead(report, instance, list, said);
        } else {
            otherLead(report, list, said);
        }
        list.seen = Math.max(list.seen, report.offset());
    }

    private void chosenLead(MemberReport report, InstanceRow instance, ListRow list, Said said) {
        boolean settled = settle(report, list);
        Answer answer = Answer.of(report);
        Target target = plan.target(report.instance(), report.list());
        switch (answer) {
            case YES, PERHAPS -> ran(report, list, answer, said);
            case GONE -> gone(report, instance, list, said);
            case REFUSED -> refused(report, list, target, said);
            case LATER -> {}
        }
        if (answer == Answer.YES) {
            list.accept();
        }
        if (settled && answer == Answer.YES) {
            said.outcome(report, target, change(report), Status.APPLIED);
        }
    }

    /**
     * The scheduler drops a wish by this very rule when it reads the same report; whoever changes
     * one must change the other ({@code Settlement} in schedule).
     */
    private static boolean settle(MemberReport report, ListRow list) {
        boolean settles =
                list.wish == kind(report)
                        && report.offset() > list.seen
                        && Answer.of(report).isFinal();
        if (settles) {
            list.wish = null;
            list.lane = null;
        }
        return settles;
    }

    private static void ran(MemberReport report, ListRow list, Answer answer, Said said) {
        Reported before = list.reported;
        boolean proven = answer == Answer.YES;
        new CallFact(report.call(), report.sequence(), report.offset(), proven).applyTo(list);
        if (list.reported == Reported.UNKNOWN && before != Reported.UNKNOWN) {
            said.count(LedgerCount.BECAME_UNKNOWN);
        }
    }

    /** 1004: forget the id, but only once for each: a lookup may find the very same again. */
    private void gone(MemberReport report, InstanceRow instance, ListRow list, Said said) {
        if (instance.lostLead == instance.lead) {
            refused(report, list, plan.target(report.instance(), report.list()), said);
            return;
        }
        said.outcome(
                report,
                plan.target(report.instance(), report.list()),
                change(report),
                Status.DEFERRED,
                report.member().code(),
                "lead not found; looking the person up again");
        leads.lost(report, instance, said);
    }

    private static void refused(MemberReport report, ListRow list, Target target, Said said) {
        said.count(LedgerCount.REJECTED);
        Desire desire = target == null ? null : Desire.of(said.row, target, said.now);
        long assertedAt = desire == null ? 0 : desire.assertedAt();
        long wait = report.call() == CallKind.REMOVE ? removalWait(list.tries) : 0;
        list.refuse(report.member().code(), assertedAt, wait == 0 ? 0 : said.now + wait);
        said.outcome(report, target, change(report), Status.REJECTED);
    }

    private static long removalWait(int tries) {
        return Backoff.doubling(
                LedgerSettings.REMOVAL_RETRY, LedgerSettings.REMOVAL_RETRY_MAX, tries);
    }

    /** A lead the person no longer goes by, or a further one that matched. */
    private void otherLead(MemberReport report, ListRow list, Said said) {
        Answer answer = Answer.of(report);
        if (answer == Answer.LATER) {
            return;
        }
        long lead = report.member().lead();
        boolean asked = list.alsoOn.removeIf(also -> also.lead() == lead && also.wished());
        list.alsoOn.removeIf(also -> also.lead() == lead);
        boolean removed = answer == Answer.YES && report.call() == CallKind.REMOVE;
        if (!removed && answer != Answer.GONE) {
            list.alsoOn.add(new ListRow.AlsoOn(lead, asked && answer == Answer.PERHAPS));
        }
        if (answer == Answer.GONE) {
            // Merged, perhaps into the chosen lead, which then took its place on the list.
            said.row.instanceOrNew(report.instance()).others.remove(lead);
            list.news |= list.reported != Reported.UNKNOWN;
            list.forget(Reported.UNKNOWN);
        }
        if (answer == Answer.REFUSED) {
            list.tries++;
            list.nextAt = said.now + removalWait(list.tries);
        }
        if (asked && answer.isFinal()) {
            Status status = answer == Answer.REFUSED ? Status.REJECTED : Status.APPLIED;
            Target target = plan.target(report.instance(), report.list());
            said.outcome(report, target, change(report), status);
        }
    }

    private static Wish.Kind kind(MemberReport report) {
        return report.call() == CallKind.ADD ? Wish.Kind.ADD : Wish.Kind.REMOVE;
    }

    private static Change change(MemberReport report) {
        return report.call() == CallKind.ADD ? Change.ADD : Change.REMOVE;
    }
}
