package io.rollcall.job.chaos;

import io.rollcall.sandbox.marketo.Fault;
import io.rollcall.sandbox.marketo.Limits;
import io.rollcall.sandbox.marketo.Subscription;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** What Marketo is made to answer, one subscription at a time. */
final class Answers {

    private final List<Subscription> subscriptions;
    private final boolean longRun;
    private final SplittableRandom random;

    Answers(List<Subscription> subscriptions, boolean longRun, SplittableRandom random) {
        this.subscriptions = subscriptions;
        this.longRun = longRun;
        this.random = random;
    }

    private Subscription one() {
        return subscriptions.get(random.nextInt(subscriptions.size()));
    }

    Strike strike(Havoc havoc) {
        Subscription marketo = one();
        Fault fault = marketo.faults().add(havoc.fault(longRun));
        return new Strike(
                havoc,
                marketo,
                () -> marketo.faults().inForce().stream().noneMatch(f -> f.id() == fault.id()),
                () -> fault.struck() > 0);
    }

    /** The day is used up, until midnight in Chicago. */
    Strike exhaust() {
        Subscription marketo = one();
        LocalDate day = marketo.clock().today();
        marketo.limits(marketo.limits().withCallsPerDay(marketo.meter().today().total()));
        return new Strike(
                Havoc.QUOTA_USED_UP_UNTIL_MIDNIGHT,
                marketo,
                () -> !marketo.clock().today().equals(day));
    }

    /** The new day has all of its calls. */
    void replenish() {
        subscriptions.forEach(marketo -> marketo.limits(Limits.DOCUMENTED));
    }

    void clear() {
        replenish();
        subscriptions.forEach(marketo -> marketo.faults().clear());
    }
}
