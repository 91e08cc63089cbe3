package io.rollcall.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Simulated time, chance and the story of one run. Everything that happens is on one agenda. */
final class World implements InstantSource {

    static final long START = Instant.parse("2026-11-22T15:00:00Z").toEpochMilli();

    final SplittableRandom random;
    private final PriorityQueue<Entry> agenda =
            new PriorityQueue<>(
                    Comparator.comparingLong(Entry::time).thenComparingLong(Entry::order));
    private final List<String> story = new ArrayList<>();
    private final boolean telling;
    private long now = START;
    private long order;

    private record Entry(long time, long order, Runnable action) {}

    World(long seed, boolean telling) {
        this.random = new SplittableRandom(seed);
        this.telling = telling;
    }

    long now() {
        return now;
    }

    @Override
    public long millis() {
        return now;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    void in(long delay, Runnable action) {
        agenda.add(new Entry(now + delay, order++, action));
    }

    /** Runs the agenda up to a time. */
    void runUntil(long time) {
        while (!agenda.isEmpty() && agenda.peek().time() <= time) {
            Entry next = agenda.poll();
            now = Math.max(now, next.time());
            next.action().run();
        }
        now = Math.max(now, time);
    }

    /** Between the bounds, inclusive. */
    long between(long low, long high) {
        return low + random.nextLong(high - low + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    void tell(Supplier<String> line) {
        if (telling) {
            story.add(String.format("%8.3f  %s", (now - START) / 1000.0, line.get()));
        }
    }

    String story() {
        return String.join("\n", story);
    }
}
