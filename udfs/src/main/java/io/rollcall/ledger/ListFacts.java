package io.rollcall.ledger;

import io.rollcall.outcome.Outcome.Change;
import io.rollcall.outcome.Outcome.Status;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Wish;

/** Applies the end of an add or a remove to a row. */
final class ListFacts {

    private final Plan plan;

    private final Notes notes;

    private final long ingestionRetries;

    ListFacts(Plan plan, Notes notes, LedgerSettings settings) {
        this.plan = plan;
        this.notes = notes;
        this.ingestionRetries = settings.ingestionRetries().toMillis();
    }

    /**
     * What the Data Ingestion API accepted is as good as done, but may also be done again: until
     * its time has passed no removal proves that someone stays off.
     */
    void ingested(MemberReport report, Said said) {
        Answer answer = Answer.of(report);
        if (answer == Answer.YES || answer == Answer.PERHAPS) {
            said.row
                    .instanceOrNew(report.instance())
                    .listOrNew(report.list())
                    .mayBeLate(report.at() + ingestionRetries);
        }
        apply(report.as(CallKind.ADD), said);
    }

    void apply(MemberReport report, Said said) {
        InstanceRow instance = said.row.instanceOrNew(report.instance());
        if (instance.wasNeverAsked()) {
            LeadChange.first(report, instance);
        }
        ListRow list = instance.listOrNew(report.list());
        if (report.member().lead() == instance.lead) {
            chosenLead(report, instance, list, said);
        } else {
            new OtherLeadFacts(report, list, said, notes)
                    .apply(instance, plan.target(report.instance(), report.list()));
        }
        list.seen = Math.max(list.seen, report.offset());
    }

    private void chosenLead(MemberReport report, InstanceRow instance, ListRow list, Said said) {
        boolean settled = settle(report, list, said);
        Answer answer = Answer.of(report);
        Target target = plan.target(report.instance(), report.list());
        switch (answer) {
            case YES, PERHAPS -> ran(report, list, answer, said);
            case GONE -> gone(report, instance, list, settled, said);
            case REFUSED -> refused(report, list, settled, said);
            case LATER -> {}
        }
        if (answer == Answer.YES) {
            list.accept();
        }
        if (answer == Answer.YES && report.call() == CallKind.REMOVE) {
            list.takenOff(report.at());
        }
        if (settled && answer == Answer.YES) {
            said.outcome(report, target, change(report), Status.APPLIED);
        }
    }

    /**
     * The scheduler drops a wish by this very rule when it reads the same report; whoever changes
     * one must change the other ({@code Settlement} in schedule).
     */
    static boolean settle(MemberReport report, ListRow list, Said said) {
        boolean settles =
                list.wish == kind(report)
                        && report.offset() > list.asOf
                        && Answer.of(report).isFinal();
        if (settles) {
            said.settled(list.lane);
            list.unwished();
        }
        return settles;
    }

    static void ran(MemberReport report, ListRow list, Answer answer, Said said) {
        Reported before = list.reported;
        boolean proven = answer == Answer.YES;
        new CallFact(report.call(), report.sequence(), report.offset(), proven).applyTo(list);
        if (list.reported == Reported.UNKNOWN && before != Reported.UNKNOWN) {
            said.count(LedgerMetric.BECAME_UNKNOWN);
        }
    }

    /**
     * 1004: forget the id, but only once for each, as a look-up may find the very same again; and
     * not when a later call has found it since.
     */
    private void gone(
            MemberReport report, InstanceRow instance, ListRow list, boolean settled, Said said) {
        if (report.sequence() < instance.sequence) {
            return;
        }
        if (instance.lostLead == instance.lead) {
            refused(report, list, settled, said);
            return;
        }
        if (settled) {
            said.outcome(
                    report,
                    plan.target(report.instance(), report.list()),
                    change(report),
                    Status.DEFERRED,
                    report.member().code(),
                    "lead not found; looking the person up again");
        }
        LeadChange.lost(report, instance, said);
    }

    /** A refusal of what nobody wants any more says nothing about what is wanted now. */
    private void refused(MemberReport report, ListRow list, boolean settled, Said said) {
        if (!settled) {
            return;
        }
        said.count(LedgerMetric.REJECTED);
        Target target = plan.target(report.instance(), report.list());
        Desire desire = target == null ? null : Desire.of(said.row, target, said.now);
        long assertedAt = desire == null ? 0 : desire.assertedAt();
        boolean removal = report.call() == CallKind.REMOVE;
        long retryAt = removal ? said.now + removalWait(list.tries) : 0;
        list.refuse(report.member().code(), assertedAt, retryAt);
        said.outcome(report, target, change(report), Status.REJECTED);
    }

    static long removalWait(int tries) {
        return Backoff.doubling(
                LedgerSettings.REMOVAL_RETRY, LedgerSettings.REMOVAL_RETRY_MAX, tries);
    }

    private static Wish.Kind kind(MemberReport report) {
        return report.call() == CallKind.ADD ? Wish.Kind.ADD : Wish.Kind.REMOVE;
    }

    static Change change(MemberReport report) {
        return report.call() == CallKind.ADD ? Change.ADD : Change.REMOVE;
    }
}
