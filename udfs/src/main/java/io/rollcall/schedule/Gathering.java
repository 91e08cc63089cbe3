package io.rollcall.schedule;

import io.rollcall.wish.Wish;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a backlog is worth an import. One that may soon be is given a moment to show how large it
 * is: its first calls would be for nothing.
 */
final class Gathering {

    /** So many times what waits would be worth a file: more may be about to arrive. */
    private static final int FLOOD = 32;

    /**
     * The first people of a flood come within moments, and each full call of theirs would be one
     * too many: a second shows whether it is one. A call that fills soon is waited for longer.
     */
    static final long GLANCE_MS = 1_000;

    private final Desk desk;

    /** When such a backlog was first worth an import. Not in state: it would begin anew. */
    private final Map<ImportWork, Long> since = new HashMap<>();

    Gathering(Desk desk) {
        this.desk = desk;
    }

    boolean pays(QueueKey key, long people) {
        return filing(key).pays(people);
    }

    boolean isLeftover(QueueKey key, long people) {
        return filing(key).isLeftover(people);
    }

    Filing filing(QueueKey key) {
        return Filing.of(desk.settings.imports(), desk.instance, key.kind() == Wish.Kind.ADD)
                .after(desk.imports.latest(ImportWork.of(key)));
    }

    boolean mayPaySoon(QueueKey key, int people) {
        if (!filing(key).after(0).pays((long) people * FLOOD)) {
            over(key);
            return false;
        }
        return !isDone(key);
    }

    boolean isDone(QueueKey key) {
        long first = since.computeIfAbsent(ImportWork.of(key), any -> desk.now());
        return desk.now() - first >= desk.settings.imports().gather().toMillis();
    }

    void over(QueueKey key) {
        since.remove(ImportWork.of(key));
    }
}
