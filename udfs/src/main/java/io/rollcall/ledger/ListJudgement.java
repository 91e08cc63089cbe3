package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.wish.Wish;

/** One activation's view of one person: whether it acts at all, and in which direction. */
final class ListJudgement {

    final Target target;
    final Desire desire;
    private final Said said;
    private final long read;
    private final boolean live;
    private final boolean held;
    private final boolean acts;

    /** An addition that was accepted may have undone a removal: it is made again. */
    private boolean again;

    ListJudgement(Plan plan, Said said, Target target, Desire desire) {
        this.said = said;
        this.target = target;
        this.desire = desire;
        this.read = plan.readGeneration(target);
        this.live = target.activation().liveAt(said.now);
        this.held = plan.isHeld(target);
        this.acts = live || target.activation().clearsAt(said.now) || leavesAfterEnd();
    }

    Activation activation() {
        return target.activation();
    }

    boolean isHeld() {
        return held;
    }

    boolean acts() {
        return acts;
    }

    boolean wantsIn() {
        boolean wanted = desire.desired() == Desired.IN;
        return wanted && live && !held && !activation().dryRun();
    }

    boolean refusesWhoIsIn() {
        return live && desire.byConsent() && desire.inAudience();
    }

    /** Whether it states wishes at all; a held activation adds nobody. */
    boolean mayWish() {
        return acts && !(held && desire.desired() == Desired.IN);
    }

    boolean removesFurtherLeads() {
        return mayWish() && !activation().dryRun() && desire.desired() == Desired.OUT;
    }

    /** After its end an activation freezes, but consent still takes people off. */
    private boolean leavesAfterEnd() {
        boolean begun = said.now >= activation().start();
        return desire.byConsent() && (begun || said.row.forgetting);
    }

    void lookBack(ListRow list, InstanceRow row) {
        again = list != null && list.wasLate(reported(row), said.now);
    }

    boolean removesAgain() {
        return again;
    }

    Reported reported(InstanceRow row) {
        return Belief.of(row, target, read, said.now);
    }

    /** The direction in which this list has to change now, or null. */
    Wish.Kind want(InstanceRow row) {
        ListRow list = row == null ? null : row.list(target.list());
        Reported reported = reported(row);
        return switch (desire.desired()) {
            case NONE -> null;
            case IN -> reported != Reported.IN && !refused(list) ? Wish.Kind.ADD : null;
            case OUT ->
                    reported != Reported.OUT && !waits(row, list, reported)
                            ? Wish.Kind.REMOVE
                            : null;
        };
    }

    /** A refused addition waits for the next assertion. */
    private boolean refused(ListRow list) {
        return list != null
                && list.refusal != null
                && list.nextAt == 0
                && desire.assertedAt() <= list.refusedAt;
    }

    /**
     * A refused removal waits for its next try or the next assertion; nobody is removed whose lead
     * was never asked for.
     */
    private boolean waits(InstanceRow row, ListRow list, Reported reported) {
        boolean backsOff =
                list != null && list.nextAt > said.now && desire.assertedAt() <= list.refusedAt;
        boolean neverOn = reported == Reported.NEVER && (row == null || row.lead == 0);
        return backsOff || neverOn;
    }
}
