package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.List;

/** One judgement of one person at one instance: the lists first, then the lead they need. */
final class InstanceJudgement {

    private final Plan plan;
    private final Said said;
    private final Instance instance;
    private final LeadJudgement lead;
    private InstanceRow row;

    InstanceJudgement(Plan plan, LedgerSettings settings, Said said, Instance instance) {
        this.plan = plan;
        this.said = said;
        this.instance = instance;
        this.row = said.row.instance(instance.munchkinId());
        this.lead = new LeadJudgement(settings, said, instance);
    }

    void judge(List<Target> targets, Trigger trigger) {
        for (Target target : targets) {
            list(target, trigger);
        }
        if (row != null) {
            row.lists.forEach(this::withdrawWithoutActivation);
        }
        lead.judge(row);
        if (row != null) {
            tell(targets);
        }
    }

    private void list(Target target, Trigger trigger) {
        Desire desire = Desire.of(said.row, target, said.now);
        boolean live = target.activation().liveAt(said.now);
        if (live && desire.desired() == Desired.IN) {
            lead.wantedIn();
        }
        ListRow list = row == null ? null : row.list(target.list());
        Wish.Kind want = live || leavesAfterEnd(target, desire) ? want(target, list, desire) : null;
        if (want == null && list == null) {
            return;
        }
        row = said.row.instanceOrNew(instance.munchkinId());
        list = row.listOrNew(target.list());
        Lane lane = lane(want, desire, list, trigger);
        if (want != null && row.lead == 0) {
            lead.need(lane, desire);
            want = null;
        }
        wish(list, want, lane, desire);
        otherLeads(list, desire);
    }

    /** The direction in which this list has to change now, or null. */
    private Wish.Kind want(Target target, ListRow list, Desire desire) {
        Reported reported = effective(target, list);
        return switch (desire.desired()) {
            case NONE -> null;
            case IN -> reported != Reported.IN && !refused(list, desire) ? Wish.Kind.ADD : null;
            case OUT ->
                    reported != Reported.OUT && !waits(list, reported) ? Wish.Kind.REMOVE : null;
        };
    }

    /** After its end an activation freezes, but consent still takes people off. */
    private boolean leavesAfterEnd(Target target, Desire desire) {
        return desire.byConsent() && said.now >= target.activation().start();
    }

    private static boolean refused(ListRow list, Desire desire) {
        return list != null && list.refusal != null && desire.assertedAt() <= list.refusedAt;
    }

    /**
     * A refused removal waits for its next try; nobody is removed whose lead was never asked for.
     */
    private boolean waits(ListRow list, Reported reported) {
        boolean backsOff = list != null && list.nextAt > said.now;
        boolean neverOn = reported == Reported.NEVER && (row == null || row.lead == 0);
        return backsOff || neverOn;
    }

    /** What is reported once the list's newest complete read is taken into account. */
    private Reported effective(Target target, ListRow list) {
        long read = plan.readGeneration(target);
        Reported reported = list == null ? Reported.NEVER : list.reported;
        if (row != null && row.isNobody() && reported != Reported.IN) {
            return Reported.OUT;
        }
        if (reported == Reported.NEVER) {
            boolean otherLeadSince = row != null && row.changed > read;
            return otherLeadSince ? Reported.UNKNOWN : read >= 0 ? Reported.OUT : Reported.NEVER;
        }
        boolean overruled = reported == Reported.IN && list.endOffset < read;
        return overruled ? Reported.OUT : reported;
    }

    private static Lane lane(Wish.Kind want, Desire desire, ListRow list, Trigger trigger) {
        Lane lane = want == Wish.Kind.REMOVE ? desire.leavingLane() : trigger.additions;
        return want == list.wish ? lane.higher(list.lane) : lane;
    }

    private void wish(ListRow list, Wish.Kind want, Lane lane, Desire desire) {
        if (want == list.wish && (want == null || lane == list.lane)) {
            return;
        }
        list.news = true;
        if (want == null) {
            said.listWish(Wish.Kind.NO_LIST_WISH, row, list, row.lead, desire);
        }
        list.wish = want;
        list.lane = want == null ? null : lane;
        if (want != null) {
            said.listWish(want, row, list, row.lead, desire);
        }
    }

    /** Further leads of the person leave the list with them; they never join it. */
    private void otherLeads(ListRow list, Desire desire) {
        boolean out = desire.desired() == Desired.OUT;
        for (int i = 0; i < list.alsoOn.size(); i++) {
            ListRow.AlsoOn also = list.alsoOn.get(i);
            boolean backsOff = out && list.nextAt > said.now;
            if (also.wished() != out && !backsOff) {
                Wish.Kind kind = out ? Wish.Kind.REMOVE : Wish.Kind.NO_LIST_WISH;
                said.listWish(kind, row, list, also.lead(), desire);
                list.alsoOn.set(i, new ListRow.AlsoOn(also.lead(), out));
            }
        }
    }

    private void withdrawWithoutActivation(ListRow list) {
        if (list.wish != null && plan.target(instance.munchkinId(), list.list) == null) {
            wish(list, null, null, null);
        }
    }

    private void tell(List<Target> targets) {
        for (Target target : targets) {
            ListRow list = row.list(target.list());
            Desire desire = Desire.of(said.row, target, said.now);
            if (list != null && (list.news || list.told != desire.desired())) {
                list.told = desire.desired();
                list.news = false;
                said.fact(target, row, effective(target, list), desire);
            }
        }
    }
}
