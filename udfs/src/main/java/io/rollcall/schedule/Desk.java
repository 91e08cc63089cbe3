package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Wish;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    final Brakes brakes;
    final Reports reports;
    final SetUps setUps;
    final Imports imports;
    final ImportQueues importQueues;
    final RecentEnds recentEnds = new RecentEnds();

    /** {@code <id of the checkpoint restored from>-<random>}. */
    String run;

    /** How long our newest announcement took to be read back (ms). */
    long loopLag;

    /** Offset of the newest report that was read. */
    long newestOffset;

    /** Lists with an activation in schedule; null until they were heard: nothing is sent before. */
    private Set<Long> live;

    private ActivationSet heard;
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
        this.reports = new Reports(this);
        this.setUps = new SetUps(this);
        this.brakes = new Brakes(this);
        this.imports = new Imports(this);
        this.importQueues = new ImportQueues(this);
        showPauses();
    }

    /** What every desk of one scheduler shares. */
    record Tools(
            SchedulerSettings settings, String run, InstantSource clock, RandomGenerator random) {}

    long now() {
        return clock.millis();
    }

    void saveBook() {
        book.save(store);
        showPauses();
    }

    /** What is held is shown beside what is paused. */
    void showPauses() {
        Map<String, Pause> all = new TreeMap<>(book.pauses);
        all.putAll(setUps.held());
        out.pauses(instance.munchkinId(), all);
    }

    /** Whether this list has an activation in schedule; a paused or held one is not in the set. */
    boolean isLive(long list) {
        return live != null && live.contains(list);
    }

    boolean hasActivations() {
        return heard != null && !heard.activations().isEmpty();
    }

    /** Whether people may be put on and off it: nobody is by a dry run. */
    boolean mayChange(long list) {
        return isLive(list) && !dryRun.contains(list);
    }

    boolean heardActivations() {
        return live != null;
    }

    void hear(ActivationSet set) {
        heard = set;
        setUps.lists.follow(set);
        settleLists();
    }

    /** Which lists have an activation, as far as their ids are known now. */
    void settleLists() {
        ActivationSet known = heard.resolved((any, name) -> setUps.lists.idOf(name));
        live = lists(known, any -> true);
        dryRun = lists(known, Activation::dryRun);
        reads.follow(known, now());
        brakes.follow(known);
        setUps.lists.compare(heard, known);
        showPauses();
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

    /** By which calls the people of this queue go. */
    CallKind callKind(QueueKey key) {
        boolean ingested = key.kind() == Wish.Kind.ADD && instance.ingests();
        return ingested ? CallKind.INGEST : key.callKind();
    }

    /**
     * What this queue waits to do, in the words of pauses: the kind of its calls, and the target.
     */
    String work(QueueKey key) {
        return callKind(key) + "/" + key.target();
    }

    boolean ingests(QueueKey key) {
        return callKind(key) == CallKind.INGEST;
    }

    /** Members that a call for this queue may have. */
    int batch(QueueKey key) {
        return key.batch(callKind(key).mostMembers());
    }

    boolean isPaused(CallKind kind, String target) {
        long now = now();
        return setUps.instance.holds(kind)
                || book.paused(Book.everything(kind), now)
                || book.paused(kind + "/" + target, now);
    }
}
