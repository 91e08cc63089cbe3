package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.wish.Wish;
import java.util.List;

/**
 * What is left to do at one instance for a person to be forgotten. Where leads are deleted, this is
 * a loop: look for the person, delete whom that finds, look again, until nobody is found under any
 * of their names. So duplicates go as well, and a deletion that perhaps ran is proven by the look.
 */
final class ForgottenLead {

    private final Plan plan;
    private final LedgerSettings settings;
    private final Row row;
    private final Instance instance;

    ForgottenLead(Plan plan, LedgerSettings settings, Row row, Instance instance) {
        this.plan = plan;
        this.settings = settings;
        this.row = row;
        this.instance = instance;
    }

    /** What has to be asked or done about the lead now, or null. */
    Wish.Kind want(InstanceRow there, boolean removalWaits, long now) {
        if (there.lead != 0) {
            return plan.deletesAt(instance) ? rid(there, now) : null;
        }
        boolean sought = plan.deletesAt(instance) || removalWaits;
        boolean due = there.state != LeadState.REJECTED || there.nextAt <= now;
        return sought && due && !nobodyLeft(there) ? Wish.Kind.LOOKUP : null;
    }

    /** Whose lead it is has to be known first: the other names are forgotten as well. */
    private Wish.Kind rid(InstanceRow there, long now) {
        boolean nameless = LookupKey.searchable(row, instance, settings).isEmpty();
        if (!there.askedNames && !nameless) {
            return Wish.Kind.LOOKUP;
        }
        return there.nextAt <= now ? Wish.Kind.DELETE : null;
    }

    boolean over(InstanceRow there) {
        boolean leavesLists = plan.deletesAt(instance) || plan.knowsLists(instance);
        if (!leavesLists
                || there.wish != null
                || there.lists.stream().anyMatch(ForgottenLead::isWished)) {
            return false;
        }
        return plan.deletesAt(instance)
                ? there.lead == 0 && nobodyLeft(there)
                : plan.targets(instance, row).stream().allMatch(target -> isOff(there, target));
    }

    private static boolean isWished(ListRow list) {
        return list.wish != null || list.others.stream().anyMatch(OtherLead::wished);
    }

    /** Looked for under every name, in vain; or nameless here. */
    private boolean nobodyLeft(InstanceRow there) {
        List<LookupKey> keys = LookupKey.searchable(row, instance, settings);
        return keys.isEmpty()
                || there.isNobody()
                        && keys.stream().allMatch(key -> there.inVain.contains(key.hash()));
    }

    /** A list that was never read may hold a duplicate; a rehearsal changes none. */
    private boolean isOff(InstanceRow there, Target target) {
        ListRow list = there.list(target.list());
        boolean alone = list == null || list.others.isEmpty() && list.lateUntil == 0;
        long read = plan.readGeneration(target);
        return target.activation().dryRun()
                || alone && read >= 0 && Belief.of(there, target, read, 0) == Reported.OUT;
    }
}
