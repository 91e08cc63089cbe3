package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.report.CallKind;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** All that the scheduler knows of one instance, and the hands that write it down. */
final class Desk {

    final Instance instance;
    final SchedulerSettings settings;
    final SchedulerStore store;
    final SchedulerOutput out;
    final InstantSource clock;
    final RandomGenerator random;
    final Book book;
    final Queues queues;
    final Calls calls;
    final ListReads reads;
    final RecentEnds recentEnds = new RecentEnds();

    /** {@code <id of the checkpoint restored from>-<random>}. */
    String run;

    /** Offset of the newest report that was read. */
    long newestOffset;

    /** Lists with an activation in schedule; null until they were heard: nothing is sent before. */
    private Set<Long> live;

    private Set<Long> dryRun = Set.of();

    Desk(Instance instance, Tools tools, SchedulerStore store, SchedulerOutput out) {
        this.instance = instance;
        this.settings = tools.settings();
        this.clock = tools.clock();
        this.random = tools.random();
        this.run = tools.run();
        this.store = store;
        this.out = out;
        this.book = Book.load(store);
        this.queues = new Queues(store);
        this.calls = new Calls(store);
        this.reads = new ListReads(store);
        out.pauses(instance.munchkinId(), book.pauses);
    }

    /** What every desk of one scheduler shares. */
    record Tools(
            SchedulerSettings settings, String run, InstantSource clock, RandomGenerator random) {}

    long now() {
        return clock.millis();
    }

    void saveBook() {
        book.save(store);
        out.pauses(instance.munchkinId(), book.pauses);
    }

    /** Whether this list has an activation in schedule; a paused or held one is not in the set. */
    boolean isLive(long list) {
        return live != null && live.contains(list);
    }

    /** Whether people may be put on and off it: nobody is by a dry run. */
    boolean mayChange(long list) {
        return isLive(list) && !dryRun.contains(list);
    }

    boolean heardActivations() {
        return live != null;
    }

    void hear(ActivationSet set) {
        live = lists(set, any -> true);
        dryRun = lists(set, Activation::dryRun);
        reads.follow(set, now());
    }

    private static Set<Long> lists(ActivationSet set, Predicate<Activation> which) {
        return set.activations().stream()
                .filter(which)
                .map(Activation::list)
                .collect(Collectors.toSet());
    }

    /** Calls may be announced and ended: our begin was read, and nobody began behind it. */
    boolean begun() {
        if (!settings.holds(ProtocolRule.ANNOUNCE_FIRST)) {
            return true;
        }
        return book.run.equals(run) && book.beganAt >= 0 && book.supersededAt == 0;
    }

    String newId() {
        return Long.toHexString(random.nextLong());
    }

    boolean isPaused(CallKind kind, String target) {
        long now = now();
        return book.paused(Book.EVERYTHING, now) || book.paused(kind + "/" + target, now);
    }
}
