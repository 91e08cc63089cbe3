package io.rollcall.job.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Looks all the while how the job is: its checkpoints, and when it was well after each strike. */
final class Watch implements AutoCloseable {

    private static final long EVERY_MS = 250;

    private final Stack stack;
    private final Runs runs;
    private final List<Strike> strikes = new CopyOnWriteArrayList<>();

    /** Completed checkpoints and savepoints: when begun, by when done. */
    private final TreeMap<Long, Long> checkpoints = new TreeMap<>();

    private final List<long[]> down = new ArrayList<>();
    private final Thread thread = new Thread(this::watch, "watch");

    Watch(Stack stack, Runs runs) {
        this.stack = stack;
        this.runs = runs;
        thread.setDaemon(true);
        thread.start();
    }

    void add(Strike strike) {
        strikes.add(strike);
    }

    /** Nobody can take a checkpoint without a JobManager or a broker. */
    synchronized void wasDown(long from, long to) {
        down.add(new long[] {from, to});
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(EVERY_MS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void look() {
        try {
            for (JsonNode one :
                    stack.rest("/jobs/" + runs.job() + "/checkpoints").path("history")) {
                if (one.path("status").asText().equals("COMPLETED")) {
                    checkpoints.put(
                            one.path("latest_ack_timestamp").asLong(),
                            one.path("trigger_timestamp").asLong());
                }
            }
        } catch (Exception jobManagerAway) {
            return;
        }
        long done = checkpoints.isEmpty() ? 0 : checkpoints.lastKey();
        long begun = checkpoints.isEmpty() ? 0 : checkpoints.lastEntry().getValue();
        strikes.forEach(strike -> strike.look(begun, done));
    }

    List<Strike> strikes() {
        return strikes;
    }

    synchronized int checkpointed() {
        return checkpoints.size();
    }

    /** The longest between two checkpoints, the time without JobManager or broker taken off. */
    synchronized Duration longestGap() {
        long longest = 0;
        Long before = null;
        for (long done : checkpoints.keySet()) {
            if (before != null) {
                longest = Math.max(longest, done - before - downBetween(before, done));
            }
            before = done;
        }
        return Duration.ofMillis(longest);
    }

    private long downBetween(long from, long to) {
        return down.stream()
                .mapToLong(d -> Math.max(0, Math.min(to, d[1]) - Math.max(from, d[0])))
                .sum();
    }

    /** Until the stack is well: troubles of Marketo's may have met no call at all. */
    void await(Duration atMost) {
        Awaitility.await("checkpoints after the last trouble")
                .atMost(atMost)
                .until(() -> strikes.stream().allMatch(s -> s.marketo != null || s.isWell()));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
