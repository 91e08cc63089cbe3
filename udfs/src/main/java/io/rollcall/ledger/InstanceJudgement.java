package io.rollcall.ledger;

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
    private final List<ListJudgement> judged = new ArrayList<>();
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
            ListJudgement list = new ListJudgement(plan, said, target, desire(target));
            judged.add(list);
            list(list, trigger);
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
            Telling telling = new Telling(said, instance, row);
            judged.forEach(list -> telling.tell(list, trigger));
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

    private void list(ListJudgement judged, Trigger trigger) {
        Target target = judged.target;
        Desire desire = judged.desire;
        if (judged.wantsIn()) {
            lead.wantedIn(creates(target));
        }
        if (judged.refusesWhoIsIn()) {
            lead.refused();
        }
        ListRow list = row == null ? null : row.list(target.list());
        judged.lookBack(list, row);
        Wish.Kind want = judged.mayWish() && mayAct(desire) ? judged.want(row) : null;
        if (want == null && list == null && !desire.inAudience()) {
            return;
        }
        row = row == null ? said.row.instanceOrNew(instance.munchkinId()) : row;
        list = list == null ? row.listOrNew(target.list()) : list;
        Lane lane = lane(want, judged, list, trigger);
        if (want != null && row.lead == 0) {
            if (want == Wish.Kind.ADD && !target.activation().dryRun() && creates(target)) {
                lead.joins(target.list());
            }
            lead.need(lane, desire, target.activation().strict());
            want = null;
        }
        wish(list, target.activation().dryRun() ? null : want, lane, desire);
        // Of an alias's further leads the owner knows nothing.
        if (list.others.isEmpty()) {
            return;
        }
        if (judged.removesFurtherLeads()) {
            otherLeadsLeave(list, leavingLane(judged, list, trigger), desire);
        } else {
            otherLeadsStay(list);
        }
    }

    private boolean creates(Target target) {
        return target.activation().creates(instance);
    }

    /** Of two rows that wish the same of one lead only one hears the answer. */
    private boolean mayBeAnsweredElsewhere() {
        return !row.aliases.isEmpty() || said.row.forgetting;
    }

    private Desire desire(Target target) {
        Desire desire = Desire.of(said.row, target, said.now);
        boolean named = desire.assertedAt() != 0;
        return desire.desired() == Desired.NONE && !named
                ? new Strangers(plan, said, instance).desire(target, row, desire)
                : desire;
    }

    /** An alias leaves all to the owner, but whoever refuses need not wait for that. */
    private boolean mayAct(Desire desire) {
        return row == null || row.aliasOf == null || desire.byConsent();
    }

    private Lane lane(Wish.Kind want, ListJudgement judged, ListRow list, Trigger trigger) {
        boolean leaves = want == Wish.Kind.REMOVE;
        Lane lane = leaves ? leavingLane(judged, list, trigger) : said.additions(trigger);
        return want == list.wish ? lane.higher(list.lane) : lane;
    }

    /**
     * Who leaves alone, at a time that was told, or again after a refusal, need not be counted. Who
     * was counted once stays so, unless they leave by themselves after all: whatever else is heard
     * of them is no reason to pass the brake.
     */
    private Lane leavingLane(ListJudgement judged, ListRow list, Trigger trigger) {
        Desire desire = judged.desire;
        boolean counts = !desire.foreseen() && !judged.removesAgain() && list.refusal == null;
        boolean oneOfMany = said.isOneOfMany(trigger) && counts;
        boolean waits = list.wish == Wish.Kind.REMOVE && list.lane == Lane.CLEARING;
        boolean counted = waits && !said.hearsExitFrom(judged.target);
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
    private void otherLeadsLeave(ListRow list, Lane lane, Desire desire) {
        for (OtherLead other : List.copyOf(list.others)) {
            boolean backsOff = other.nextAt() > said.now;
            if ((!other.wished() || row.restate) && !backsOff) {
                said.otherLeaves(row, list, other.lead(), lane, desire);
                list.replace(other.asked(list.seen));
            }
        }
    }

    private void otherLeadsStay(ListRow list) {
        for (OtherLead other : List.copyOf(list.others)) {
            if (other.wished()) {
                said.listWish(Wish.Kind.NO_LIST_WISH, row, list, other.lead(), null);
                list.replace(other.unasked());
            }
        }
    }

    private void withdrawWithoutActivation(ListRow list) {
        if (plan.target(instance, list.list) == null) {
            wish(list, null, null, null);
            otherLeadsStay(list);
        }
    }
}
