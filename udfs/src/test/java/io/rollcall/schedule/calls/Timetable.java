package io.rollcall.schedule.calls;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens when, in simulated time. */
final class Timetable implements InstantSource {

    private record Entry(long at, long number, Runnable what) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparing(Entry::number));
    private long now;
    private long number;

    Timetable(long start) {
        now = start;
    }

    long now() {
        return now;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    void in(long millis, Runnable what) {
        at(now + millis, what);
    }

    void at(long moment, Runnable what) {
        entries.add(new Entry(Math.max(now, moment), number++, what));
    }

    /** Answers whether anything was left to happen up to this moment. */
    boolean step(long until) {
        Entry next = entries.peek();
        if (next == null || next.at() > until) {
            return false;
        }
        entries.poll();
        now = next.at();
        next.what().run();
        return true;
    }
}
