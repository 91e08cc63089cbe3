package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.report.Report;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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

    final ListSizes sizes;

    private final Desk desk;
    private final BrakedLists lists;

    Brakes(Desk desk) {
        this.desk = desk;
        this.lists = new BrakedLists(desk);
        this.sizes = new ListSizes(lists);
    }

    void follow(ActivationSet set) {
        lists.follow(set);
    }

    /** Whether this queue has to wait, however much room there is. */
    boolean stops(QueueKey key) {
        if (!key.kind().aboutList() || isSingle(key.lane())) {
            return false;
        }
        Braked brake = lists.of(key.list());
        boolean uncounted =
                !isCounted(key.list(), brake)
                        && (key.lane() == Lane.CLEARING || lists.mustBeEmpty(key.list()));
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

    /** Looks at what waits now, before anything is announced. */
    void look() {
        Map<Long, long[]> waiting = new HashMap<>();
        desk.queues.all().forEach(queue -> count(queue.key, queue.live, waiting));
        for (OpenCall call : desk.calls.all()) {
            if (call.queue != null && call.state != OpenCall.State.MAY_RUN) {
                count(QueueKey.parse(call.queue), call.members.size(), waiting);
            }
        }
        lists.activations()
                .forEach(
                        (list, activation) ->
                                look(activation, waiting.getOrDefault(list, new long[2])));
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
        Braked brake = lists.known(list);
        boolean many = waiting[0] + waiting[1] > 0;
        if (!many && (brake == null || brake.lastAt == 0)) {
            return;
        }
        brake = lists.of(list);
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
        lists.save(list);
    }

    private void judge(Activation activation, Braked brake, long[] waiting) {
        if (brake.held != null || brake.released) {
            return;
        }
        long removals = brake.removed + waiting[0];
        long additions = brake.added + waiting[1];
        if (activation.handling().brake().stopsRemoval(removals, brake.base)) {
            hold(activation, "%s would remove %,d of %,d", removals, brake.base);
        } else if (activation.handling().brake().stopsAddition(additions, brake.base)) {
            hold(activation, "%s would add %,d or more to %,d", additions, brake.base);
        }
    }

    private void hold(Activation activation, String words, long people, long size) {
        String audience = activation.audience();
        lists.hold(activation, String.format(Locale.ROOT, words, audience, people, size));
    }

    /** Held by an earlier run of which this state knows nothing; the ledger holds it too. */
    void heard(Report report) {
        if (report.requestId() != null) {
            lists.of(report.list()).held = report.requestId();
            lists.save(report.list());
            lists.show();
        }
    }

    /** A person's word: this episode passes, and whoever was on the list may stay there. */
    void release(long list) {
        Braked brake = lists.known(list);
        if (brake == null || brake.held == null) {
            return;
        }
        brake.held = null;
        brake.released = true;
        brake.accepted = true;
        brake.lastAt = desk.now();
        lists.save(list);
        lists.show();
    }
}
