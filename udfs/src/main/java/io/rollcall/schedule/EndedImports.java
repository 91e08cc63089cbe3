package io.rollcall.schedule;

import io.rollcall.wish.Wish;
import java.util.HashMap;
import java.util.Map;

/**
 * How large the files were that are over since a moment: who waits now is the rest of their
 * backlog. Not in state: after a restart a rest that is too small for a file goes by calls.
 */
final class EndedImports {

    /** Longer than a backlog is gathered; who comes later is another backlog. */
    static final long MOMENT_MS = 60_000;

    private record Work(Wish.Kind kind, long list) {}

    private record Ended(int rows, long at) {

        boolean isLongAgo(long now) {
            return now - at > MOMENT_MS;
        }
    }

    private final Map<Work, Ended> latest = new HashMap<>();

    void add(Import one, long now) {
        latest.values().removeIf(ended -> ended.isLongAgo(now));
        latest.put(new Work(one.kind, one.list), new Ended(one.rows, now));
    }

    /** People in the latest of them, 0 for none. */
    int rows(QueueKey key, long now) {
        Ended ended = latest.get(new Work(key.kind(), key.joins()));
        return ended == null || ended.isLongAgo(now) ? 0 : ended.rows;
    }
}
