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
        return one(subscriptions);
    }

    private Subscription one(List<Subscription> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static boolean ingests(Subscription marketo) {
        return marketo.munchkinId().equals(Town.INGESTING);
    }

    Strike strike(Havoc havoc) {
        Subscription marketo =
                one(subscriptions.stream().filter(m -> havoc.isFor(ingests(m))).toList());
        Fault fault = marketo.faults().add(havoc.fault(longRun));
        return new Strike(
                havoc,
                marketo,
                () -> marketo.faults().inForce().stream().noneMatch(f -> f.id() == fault.id()),
                () -> fault.struck() > 0);
    }

    /** Who was accepted joins after a while, and perhaps after having left. */
    Strike late() {
        Subscription marketo =
                subscriptions.stream().filter(Answers::ingests).findFirst().orElseThrow();
        marketo.ingestion().pace(Town.LATE);
        return new Strike(
                Havoc.INGESTED_LATE, marketo, () -> marketo.ingestion().pace() != Town.LATE);
    }

    void inTime() {
        subscriptions.stream().filter(Answers::ingests).forEach(m -> m.ingestion().pace(Town.SOON));
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
