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
            return plan.deletesAt(instance) && there.nextAt <= now ? Wish.Kind.DELETE : null;
        }
        boolean sought = plan.deletesAt(instance) || removalWaits;
        boolean due = there.state != LeadState.REJECTED || there.nextAt <= now;
        return sought && due && !nobodyLeft(there) ? Wish.Kind.LOOKUP : null;
    }

    boolean over(InstanceRow there) {
        if (there.wish != null || there.lists.stream().anyMatch(ForgottenLead::isWished)) {
            return false;
        }
        return plan.deletesAt(instance)
                ? there.lead == 0 && nobodyLeft(there)
                : there.lists.stream().allMatch(list -> isOff(there, list));
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

    /** A list without an activation is no longer ours to change; a rehearsal changes none. */
    private boolean isOff(InstanceRow there, ListRow list) {
        Target target = plan.target(instance.munchkinId(), list.list);
        return target == null
                || target.activation().dryRun()
                || list.others.isEmpty()
                        && Belief.of(there, target, plan.readGeneration(target)) == Reported.OUT;
    }
}
