package io.rollcall.schedule;

import java.util.HashMap;
import java.util.Map;

/**
 * How large the files were that are over since a moment: who waits now is the rest of their
 * backlog. Not in state: after a restart a rest that is too small for a file goes by calls.
 */
final class EndedImports {

    /** Longer than a backlog is gathered; who comes later is another backlog. */
    static final long MOMENT_MS = 60_000;

    private record Ended(int rows, long at) {

        boolean isLongAgo(long now) {
            return now - at > MOMENT_MS;
        }
    }

    private final Map<ImportWork, Ended> latest = new HashMap<>();

    void add(Import one, long now) {
        latest.values().removeIf(ended -> ended.isLongAgo(now));
        latest.put(ImportWork.of(one), new Ended(one.rows, now));
    }

    /** People in the latest of them, 0 for none. */
    int rows(ImportWork work, long now) {
        Ended ended = latest.get(work);
        return ended == null || ended.isLongAgo(now) ? 0 : ended.rows;
    }
}
