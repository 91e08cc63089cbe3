package io.rollcall.ledger;

import io.rollcall.outcome.Outcome.Status;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Wish;

/** Applies what a call says of a lead the person no longer goes by, or of a further one. */
final class OtherLeadFacts {

    private final MemberReport report;
    private final ListRow list;
    private final Said said;
    private final long lead;
    private final Notes notes;

    OtherLeadFacts(MemberReport report, ListRow list, Said said, Notes notes) {
        this.report = report;
        this.list = list;
        this.said = said;
        this.lead = report.member().lead();
        this.notes = notes;
    }

    void apply(InstanceRow instance, Target target) {
        Answer answer = Answer.of(report);
        boolean settled = settles(answer);
        switch (answer) {
            case YES, PERHAPS -> ran(answer);
            case GONE -> gone(instance);
            case REFUSED -> refused(settled);
            case LATER -> {}
        }
        if (settled) {
            Status status = answer == Answer.REFUSED ? Status.REJECTED : Status.APPLIED;
            said.outcome(report, target, ListFacts.change(report), status);
        }
    }

    /** Mirrors the scheduler's {@code Settlement}: of further leads only removals are wished. */
    private boolean settles(Answer answer) {
        OtherLead other = list.other(lead);
        return other != null
                && other.wished()
                && report.call() == CallKind.REMOVE
                && report.offset() > other.asOf()
                && answer.isFinal();
    }

    private void ran(Answer answer) {
        if (answer == Answer.YES && report.call() == CallKind.REMOVE) {
            drop();
            if (list.lateUntil > report.at()) {
                list.maybeOnAt(lead, list.lateUntil);
            }
        } else {
            list.maybeOn(lead);
        }
        notes.othersLead(report, answer == Answer.YES, list.lateUntil);
    }

    /** Merged, perhaps into the chosen lead, which then took its place on the list. */
    private void gone(InstanceRow instance) {
        drop();
        instance.others.remove(lead);
        list.doubt(Reported.UNKNOWN, report.offset());
    }

    private void drop() {
        OtherLead other = list.other(lead);
        boolean stillHeld = other != null && other.wished() && !settles(Answer.of(report));
        if (stillHeld) {
            InstanceRow instance = said.row.instance(report.instance());
            said.listWish(Wish.Kind.NO_LIST_WISH, instance, list, lead, null);
        }
        list.others.remove(other);
    }

    private void refused(boolean settled) {
        if (report.call() == CallKind.ADD) {
            return;
        }
        list.maybeOn(lead);
        if (settled) {
            OtherLead other = list.other(lead);
            list.replace(other.refused(said.now + ListFacts.removalWait(other.tries())));
        }
    }
}
