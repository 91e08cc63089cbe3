package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;

/** One judgement of one person at one instance: the lists first, then the lead they need. */
final class InstanceJudgement {

    private final Plan plan;
    private final Said said;
    private final Instance instance;
    private final LeadJudgement lead;
    private final List<Desire> desires = new ArrayList<>();
    private InstanceRow row;

    InstanceJudgement(Plan plan, LedgerSettings settings, Said said, Instance instance) {
        this.plan = plan;
        this.said = said;
        this.instance = instance;
        this.row = said.row.instance(instance.munchkinId());
        this.lead = new LeadJudgement(plan, settings, said, instance);
    }

    void judge(List<Target> targets, Trigger trigger, Ownership ownership) {
        if (row != null) {
            ownership.leave(said, row);
            row.restate |= trigger == Trigger.SWEEP && mayBeAnsweredElsewhere();
        }
        for (Target target : targets) {
            forgive(target);
            Desire desire = desire(target);
            desires.add(desire);
            list(target, desire, trigger);
        }
        if (row == null && !targets.isEmpty() && said.row.identities.size() > 1) {
            // Someone has to be told whose other names these are.
            row = said.row.instanceOrNew(instance.munchkinId());
        }
        if (row != null) {
            row.lists.forEach(this::withdrawWithoutActivation);
        }
        lead.judge(row);
        if (trigger == Trigger.EVENT) {
            lead.tellRefusals();
        }
        if (row != null) {
            row.restate = false;
            ownership.speak(said, instance, row);
            tell(targets, trigger);
        }
    }

    /** Someone has mended what Marketo refused, and asks to try again. */
    private void forgive(Target target) {
        if (row == null) {
            return;
        }
        if (plan.retries(target, row.refusal, row.seen)) {
            row.forgive();
            row.valuesHash = 0;
        }
        ListRow list = row.list(target.list());
        if (list != null && plan.retries(target, list.refusal, list.seen)) {
            list.accept();
        }
    }

    private void list(Target target, Desire desire, Trigger trigger) {
        boolean live = target.activation().liveAt(said.now);
        boolean dryRun = target.activation().dryRun();
        boolean held = plan.isHeld(target) && desire.desired() == Desired.IN;
        if (live && !dryRun && !held && desire.desired() == Desired.IN) {
            lead.wantedIn(target.activation().creates(instance));
        }
        if (live && desire.byConsent() && desire.inAudience()) {
            lead.refused();
        }
        boolean actsAtAll = acts(target, desire) && !held;
        boolean acts = actsAtAll && mayAct(desire);
        ListRow list = row == null ? null : row.list(target.list());
        Wish.Kind want = acts ? want(target, list, desire) : null;
        if (want == null && list == null && !desire.inAudience()) {
            return;
        }
        row = said.row.instanceOrNew(instance.munchkinId());
        list = row.listOrNew(target.list());
        Lane lane = lane(want, desire, list, trigger);
        if (want != null && row.lead == 0) {
            lead.need(lane, desire, target.activation().strict());
            want = null;
        }
        wish(list, dryRun ? null : want, lane, desire);
        // Of an alias's further leads the owner knows nothing.
        otherLeads(list, actsAtAll && !dryRun && desire.desired() == Desired.OUT, desire);
    }

    /** Of two rows that wish the same of one lead only one hears the answer. */
    private boolean mayBeAnsweredElsewhere() {
        return !row.aliases.isEmpty() || said.row.forgetting;
    }

    private boolean acts(Target target, Desire desire) {
        Activation activation = target.activation();
        return activation.liveAt(said.now)
                || activation.clearsAt(said.now)
                || leavesAfterEnd(target, desire);
    }

    private Desire desire(Target target) {
        Desire desire = Desire.of(said.row, target, said.now);
        boolean named = desire.assertedAt() != 0;
        return desire.desired() == Desired.NONE && !named
                ? new Strangers(plan, said, instance).desire(target, row, desire)
                : desire;
    }

    /** The direction in which this list has to change now, or null. */
    private Wish.Kind want(Target target, ListRow list, Desire desire) {
        Reported reported = effective(target);
        return switch (desire.desired()) {
            case NONE -> null;
            case IN -> reported != Reported.IN && !refused(list, desire) ? Wish.Kind.ADD : null;
            case OUT ->
                    reported != Reported.OUT && !waits(list, reported, desire)
                            ? Wish.Kind.REMOVE
                            : null;
        };
    }

    /** An alias leaves all to the owner, but whoever refuses need not wait for that. */
    private boolean mayAct(Desire desire) {
        return row == null || row.aliasOf == null || desire.byConsent();
    }

    /** After its end an activation freezes, but consent still takes people off. */
    private boolean leavesAfterEnd(Target target, Desire desire) {
        boolean begun = said.now >= target.activation().start();
        return desire.byConsent() && (begun || said.row.forgetting);
    }

    /** A refused addition waits for the next assertion. */
    private static boolean refused(ListRow list, Desire desire) {
        return list != null
                && list.refusal != null
                && list.nextAt == 0
                && desire.assertedAt() <= list.refusedAt;
    }

    /**
     * A refused removal waits for its next try or the next assertion; nobody is removed whose lead
     * was never asked for.
     */
    private boolean waits(ListRow list, Reported reported, Desire desire) {
        boolean backsOff =
                list != null && list.nextAt > said.now && desire.assertedAt() <= list.refusedAt;
        boolean neverOn = reported == Reported.NEVER && (row == null || row.lead == 0);
        return backsOff || neverOn;
    }

    private Reported effective(Target target) {
        return Belief.of(row, target, plan.readGeneration(target));
    }

    private Lane lane(Wish.Kind want, Desire desire, ListRow list, Trigger trigger) {
        boolean leaves = want == Wish.Kind.REMOVE;
        Lane lane = leaves ? leavingLane(desire, list, trigger) : said.additions(trigger);
        return want == list.wish ? lane.higher(list.lane) : lane;
    }

    /**
     * Who leaves alone, at a time that was told, or again after a refusal, need not be counted. Who
     * was counted once stays so: whatever else is heard of them is no reason to pass the brake.
     */
    private Lane leavingLane(Desire desire, ListRow list, Trigger trigger) {
        boolean oneOfMany = said.isOneOfMany(trigger) && !desire.foreseen() && list.refusal == null;
        boolean counted = list.wish == Wish.Kind.REMOVE && list.lane == Lane.CLEARING;
        return (oneOfMany || counted) && !desire.byConsent() ? Lane.CLEARING : desire.leavingLane();
    }

    private void wish(ListRow list, Wish.Kind want, Lane lane, Desire desire) {
        boolean stated = want == null || lane == list.lane && !row.restate;
        if (want == list.wish && stated) {
            return;
        }
        if (want == null) {
            said.listWish(Wish.Kind.NO_LIST_WISH, row, list, row.lead, desire);
            list.unwished();
        } else {
            list.wished(want, lane);
            said.listWish(want, row, list, row.lead, desire);
        }
    }

    /** Further leads of the person leave the list with them; they never join it. */
    private void otherLeads(ListRow list, boolean leave, Desire desire) {
        for (OtherLead other : List.copyOf(list.others)) {
            boolean backsOff = leave && other.nextAt() > said.now;
            boolean again = leave && row.restate;
            if ((other.wished() != leave || again) && !backsOff) {
                Wish.Kind kind = leave ? Wish.Kind.REMOVE : Wish.Kind.NO_LIST_WISH;
                said.listWish(kind, row, list, other.lead(), desire);
                list.replace(leave ? other.asked(list.seen) : other.unasked());
            }
        }
    }

    private void withdrawWithoutActivation(ListRow list) {
        if (plan.target(instance.munchkinId(), list.list) == null) {
            wish(list, null, null, null);
            otherLeads(list, false, null);
        }
    }

    private void tell(List<Target> targets, Trigger trigger) {
        for (int i = 0; i < targets.size(); i++) {
            ListRow list = row.list(targets.get(i).list());
            if (list != null) {
                tell(targets.get(i), list, desires.get(i), trigger);
            }
        }
    }

    private void tell(Target target, ListRow list, Desire desire, Trigger trigger) {
        Reported reported = row.aliasOf == null ? effective(target) : Reported.UNKNOWN;
        Standing standing = standing(target, list, reported, desire);
        if (trigger == Trigger.SWEEP && row.aliasOf == null) {
            said.tally(target, desire, reported, standing);
        }
        boolean changed =
                list.toldDesired != desire.desired()
                        || !Said.word(list.toldReported).equals(Said.word(reported))
                        || list.toldStanding != standing;
        if (changed || row.leadNews) {
            if (standing.isRehearsed() && list.toldStanding != standing) {
                said.would(target, row, standing, desire);
            }
            list.toldDesired = desire.desired();
            list.toldReported = reported;
            list.toldStanding = standing;
            said.fact(target, row, reported, desire, standing);
        }
    }

    private Standing standing(Target target, ListRow list, Reported reported, Desire desire) {
        Activation activation = target.activation();
        boolean acts = acts(target, desire);
        Standings standings = new Standings(row, list, reported, desire);
        if (standings.settled()) {
            return standings.whenSettled();
        }
        if (!acts) {
            return Standings.outOfSchedule(activation, said.now);
        }
        if (plan.isHeld(target) && list.wish == null) {
            return Standing.HELD;
        }
        Wish.Kind want = want(target, list, desire);
        return activation.dryRun()
                ? standings.rehearsed(want, activation.creates(instance))
                : standings.underWay();
    }
}
