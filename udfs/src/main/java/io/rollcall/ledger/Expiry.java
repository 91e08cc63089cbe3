package io.rollcall.ledger;

import io.rollcall.activation.Instance;

/**
 * Time to live: only for what is out and reported out, and for nobody who refused (rule 3.1.11).
 */
final class Expiry {

    private final Plan plan;
    private final LedgerSettings settings;

    Expiry(Plan plan, LedgerSettings settings) {
        this.plan = plan;
        this.settings = settings;
    }

    /** What is shared stays: its exit may be what keeps another person's entry from counting. */
    boolean due(Said said) {
        Row row = said.row;
        return row.kind == Row.Kind.PERSON
                && !row.forgetting
                && !row.isShared()
                && isOld(row, said.now)
                && row.claims.stream().noneMatch(claim -> claim.inAt(said.now))
                && row.attributes.stream().noneMatch(Consent::refuses)
                && row.instances.stream().allMatch(Expiry::settled)
                && !waits(said);
    }

    /**
     * A row of reports alone has no age: after a restore the end of a call may be read again before
     * the event that led to it, and a row wiped in between would forget what the scheduler knows.
     */
    private boolean isOld(Row row, long now) {
        long newest = Judge.newestAt(row);
        return newest > 0 && newest + settings.timeToLive().toMillis() < now;
    }

    private static boolean settled(InstanceRow row) {
        return !row.wasLost() && row.wish == null && row.lists.stream().allMatch(Expiry::settled);
    }

    private static boolean settled(ListRow row) {
        boolean off = row.reported == Reported.OUT || row.reported == Reported.NEVER;
        return off && row.wish == null && row.others.isEmpty() && row.lateUntil == 0;
    }

    /** Whether someone has yet to leave a list: one to be read, or one to be fed later. */
    private boolean waits(Said said) {
        for (Instance instance : plan.instances()) {
            InstanceRow row = said.row.instance(instance.munchkinId());
            for (Target target : plan.targets(instance, said.row)) {
                Desire desire = Desire.of(said.row, target, said.now);
                Reported reported = Belief.of(row, target, plan.readGeneration(target), said.now);
                if (desire.desired() == Desired.OUT && reported != Reported.OUT) {
                    return true;
                }
            }
        }
        return false;
    }
}
