package io.rollcall.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Many measured times, in ms, and what is typical of them. */
public final class Durations {

    private final List<Long> millis = new ArrayList<>();

    public synchronized void add(long duration) {
        millis.add(duration);
    }

    public synchronized int count() {
        return millis.size();
    }

    /** The smallest that so many percent do not exceed; 0 if there is none. */
    public synchronized long percentile(int percent) {
        if (millis.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    public String told() {
        return String.format(
                Locale.ROOT,
                "median %.1f s, p99 %.1f s, of %,d changes",
                percentile(50) / 1_000.0,
                percentile(99) / 1_000.0,
                count());
    }
}
