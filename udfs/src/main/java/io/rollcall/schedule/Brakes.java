package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.InitialMembers;
import io.rollcall.activation.ActivationSet;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rule 3.2.10: holds an activation when one cause, acting at once, would change more than its share
 * of the list. Who leaves by an event of their own, and whom consent or forgetting takes off,
 * always goes.
 */
final class Brakes {

    /** So long after the first of many was wished, all that one tour finds have been counted. */
    static final long SETTLE_MS = Duration.ofSeconds(20).toMillis();

    /** Longer than this without any waiting: what comes next has another cause. */
    static final long QUIET_MS = Duration.ofMinutes(15).toMillis();

    private final Desk desk;
    private final Reports reports;
    private final Map<Long, Braked> brakes = new TreeMap<>();
    private Map<Long, Activation> activations = Map.of();

    Brakes(Desk desk) {
        this.desk = desk;
        this.reports = new Reports(desk);
        desk.store
                .all(Space.BRAKES)
                .forEach(e -> brakes.put(Long.parseLong(e.getKey()), Braked.decode(e.getValue())));
        show();
    }

    void follow(ActivationSet set) {
        Map<Long, Activation> now = new HashMap<>();
        set.activations().forEach(activation -> now.put(activation.list(), activation));
        activations = now;
        for (Long list : Map.copyOf(brakes).keySet()) {
            if (!now.containsKey(list)) {
                brakes.remove(list);
                desk.store.remove(Space.BRAKES, Long.toString(list));
            }
        }
        show();
    }

    private Braked of(long list) {
        return brakes.computeIfAbsent(list, any -> new Braked());
    }

    private void save(long list) {
        desk.store.put(Space.BRAKES, Long.toString(list), of(list).encode());
    }

    /** Whether this queue has to wait, however much room there is. */
    boolean stops(QueueKey key) {
        if (!key.kind().aboutList() || isSingle(key.lane())) {
            return false;
        }
        Braked brake = of(key.list());
        boolean uncounted =
                !isCounted(key.list(), brake) && (key.lane() == Lane.CLEARING || mustBeEmpty(key));
        return brake.held != null || uncounted;
    }

    /** State of before has lists that were read and not counted: they count as empty. */
    private boolean isCounted(long list, Braked brake) {
        ListReads.Reading reading = desk.reads.get(list);
        return brake.isRead() || reading != null && reading.page().complete();
    }

    private static boolean isSingle(Lane lane) {
        return lane == Lane.CONSENT || lane == Lane.REMOVALS;
    }

    private boolean mustBeEmpty(QueueKey key) {
        Activation activation = activations.get(key.list());
        return activation != null
                && activation.handling().initialMembers() == InitialMembers.REFUSE;
    }

    /** Looks at what waits now, before anything is announced. */
    void look() {
        Map<Long, long[]> waiting = new HashMap<>();
        desk.queues.all().forEach(queue -> count(queue.key, queue.live, waiting));
        for (OpenCall call : desk.calls.all()) {
            if (call.queue != null && call.state != OpenCall.State.MAY_RUN) {
                count(QueueKey.parse(call.queue), call.members.size(), waiting);
            }
        }
        activations.forEach(
                (list, activation) -> look(activation, waiting.getOrDefault(list, new long[2])));
    }

    private static void count(QueueKey key, int people, Map<Long, long[]> waiting) {
        boolean clearing = key.lane() == Lane.CLEARING && key.kind() == Wish.Kind.REMOVE;
        boolean filling = key.lane() == Lane.BACKFILL && key.joins() != 0;
        if (people > 0 && (clearing || filling)) {
            long list = clearing ? key.list() : key.joins();
            waiting.computeIfAbsent(list, any -> new long[2])[clearing ? 0 : 1] += people;
        }
    }

    private void look(Activation activation, long[] waiting) {
        long list = activation.list();
        Braked brake = brakes.get(list);
        boolean many = waiting[0] + waiting[1] > 0;
        if (!many && (brake == null || brake.lastAt == 0)) {
            return;
        }
        brake = of(list);
        long now = desk.now();
        if (!isCounted(list, brake)) {
            return;
        }
        if (brake.lastAt == 0) {
            brake.beginEpisode();
        }
        if (many) {
            brake.lastAt = now;
            judge(activation, brake, waiting);
        } else if (brake.held == null && now - brake.lastAt > QUIET_MS) {
            brake.lastAt = 0;
            brake.released = false;
        }
        save(list);
    }

    private void judge(Activation activation, Braked brake, long[] waiting) {
        if (brake.held != null || brake.released) {
            return;
        }
        long removals = brake.removed + waiting[0];
        long additions = brake.added + waiting[1];
        if (activation.handling().brake().stopsRemoval(removals, brake.base)) {
            hold(activation, brake, "%s would remove %,d of %,d", removals, brake.base);
        } else if (activation.handling().brake().stopsAddition(additions, brake.base)) {
            hold(activation, brake, "%s would add %,d or more to %,d", additions, brake.base);
        }
    }

    private void hold(Activation activation, Braked brake, String words, long people, long size) {
        hold(
                activation,
                brake,
                String.format(Locale.ROOT, words, activation.audience(), people, size));
    }

    private void hold(Activation activation, Braked brake, String why) {
        brake.held = why;
        save(activation.list());
        reports.held(activation, why);
        desk.out.count(SchedulerMetric.BRAKED);
        show();
    }

    /** Held by an earlier run of which this state knows nothing; the ledger holds it too. */
    void heard(Report report) {
        if (report.requestId() != null) {
            of(report.list()).held = report.requestId();
            save(report.list());
            show();
        }
    }

    /** A person's word: this episode passes, and whoever was on the list may stay there. */
    void release(long list) {
        Braked brake = brakes.get(list);
        if (brake == null || brake.held == null) {
            return;
        }
        brake.held = null;
        brake.released = true;
        brake.accepted = true;
        brake.lastAt = desk.now();
        save(list);
        show();
    }

    /** Our own answers change the size; a page of a read counts it anew. */
    void page(Report end, boolean first) {
        Braked brake = of(end.list());
        brake.counted = first ? 0 : brake.counted;
        brake.counted += end.members().stream().mapToLong(Member::lead).distinct().count();
        brake.counted += end.page().strangers();
        if (end.page().complete()) {
            brake.size = brake.counted;
            refuseStrangers(end.list(), brake);
        }
        save(end.list());
    }

    /** Members on the pages of a read that is under way. */
    long counted(long list) {
        Braked brake = brakes.get(list);
        return brake == null ? 0 : brake.counted;
    }

    private void refuseStrangers(long list, Braked brake) {
        Activation activation = activations.get(list);
        boolean refuses =
                activation != null
                        && activation.handling().initialMembers() == InitialMembers.REFUSE;
        if (refuses && brake.size > 0 && !brake.accepted) {
            String words = "list %d holds %,d people that audience %s did not put there";
            hold(
                    activation,
                    brake,
                    String.format(Locale.ROOT, words, list, brake.size, activation.audience()));
        }
    }

    /** An answer settled this wish. */
    void settled(Wish wish, MemberStatus status) {
        boolean added = status == MemberStatus.ADDED || status == MemberStatus.ACCEPTED;
        boolean changed = added || status == MemberStatus.REMOVED;
        Braked brake = changed ? brakes.get(wish.list()) : null;
        if (brake == null || !brake.isRead()) {
            return;
        }
        brake.size = Math.max(0, brake.size + (added ? 1 : -1));
        if (wish.lane() == Lane.CLEARING) {
            brake.removed++;
        } else if (wish.lane() == Lane.BACKFILL) {
            brake.added++;
        }
        save(wish.list());
    }

    private void show() {
        Map<String, String> held = new TreeMap<>();
        brakes.forEach(
                (list, brake) -> {
                    if (brake.held != null) {
                        held.put(Long.toString(list), brake.held);
                    }
                });
        desk.out.held(desk.instance.munchkinId(), held);
    }
}
