package io.rollcall.schedule.calls;

import io.rollcall.report.CallKind;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Calls by kind and by hour, and how long each change took from being said to being true. */
final class Tally {

    final Map<CallKind, Integer> calls = new TreeMap<>();
    final Map<Long, Integer> callsByHour = new TreeMap<>();
    private final Waits added = new Waits();
    private final Waits removed = new Waits();

    /** Milliseconds, as many as there are. */
    private static final class Waits {
        private long[] all = new long[1_024];
        private int size;

        void add(long wait) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = wait;
        }

        long quantile(double share) {
            Arrays.sort(all, 0, size);
            return size == 0 ? 0 : all[Math.min(size - 1, (int) (share * size))];
        }
    }

    void called(CallKind kind, long now) {
        calls.merge(kind, 1, Integer::sum);
        callsByHour.merge(now / 3_600_000, 1, Integer::sum);
    }

    void applied(boolean in, long wait) {
        (in ? added : removed).add(wait);
    }

    int changes() {
        return added.size + removed.size;
    }

    int total() {
        return calls.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How long an addition took (ms), for this share of them; 1 for the longest. */
    long addedWithin(double share) {
        return added.quantile(share);
    }

    long removedWithin(double share) {
        return removed.quantile(share);
    }
}
