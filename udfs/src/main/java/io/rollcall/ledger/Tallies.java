package io.rollcall.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;

/**
 * How many people stand where, by activation, as of the last sweep of each bucket. Not in state: it
 * is complete again after one tour. Counted bucket by bucket, since a bucket's new figures replace
 * its old ones. Written by the task, read by Flink's metrics threads.
 */
final class Tallies {

    private static final int KINDS = Tally.values().length;

    private final Map<String, AtomicLongArray> totals = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, int[]>> buckets = new HashMap<>();
    private final Map<String, int[]> current = new HashMap<>();
    private final Consumer<String> newcomer;

    /** {@code newcomer} hears once of each activation that anybody is counted for. */
    Tallies(Consumer<String> newcomer) {
        this.newcomer = newcomer;
    }

    static String key(Target target) {
        return target.activation().instance() + "/" + target.list();
    }

    void count(String activation, Tally what) {
        current.computeIfAbsent(activation, any -> new int[KINDS])[what.ordinal()]++;
    }

    /** All of the bucket's people have been counted. */
    void close(int bucket) {
        current.keySet().forEach(this::welcome);
        buckets.forEach((activation, old) -> replace(activation, old, bucket));
        current.clear();
    }

    private void welcome(String activation) {
        if (!totals.containsKey(activation)) {
            totals.put(activation, new AtomicLongArray(KINDS));
            buckets.put(activation, new HashMap<>());
            newcomer.accept(activation);
        }
    }

    private void replace(String activation, Map<Integer, int[]> old, int bucket) {
        int[] now = current.get(activation);
        int[] before = now == null ? old.remove(bucket) : old.put(bucket, now);
        AtomicLongArray total = totals.get(activation);
        for (int kind = 0; kind < KINDS; kind++) {
            int change = (now == null ? 0 : now[kind]) - (before == null ? 0 : before[kind]);
            total.addAndGet(kind, change);
        }
    }

    long total(String activation, Tally what) {
        AtomicLongArray total = totals.get(activation);
        return total == null ? 0 : total.get(what.ordinal());
    }
}
