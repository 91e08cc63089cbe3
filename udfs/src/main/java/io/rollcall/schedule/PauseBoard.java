package io.rollcall.schedule;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.MetricGroup;

/**
 * Shows what is paused, until when and by which code, as metrics of the scheduler: {@code paused}
 * counts, {@code pauses} says. Written by the task, read by Flink's metrics threads.
 */
final class PauseBoard {

    private final Map<String, String> lines = new ConcurrentHashMap<>();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    PauseBoard(MetricGroup group) {
        group.gauge("paused", () -> counts.values().stream().mapToInt(Integer::intValue).sum());
        group.gauge("pauses", () -> String.join("; ", lines.values()));
    }

    void show(String instance, Map<String, Pause> pauses, long now) {
        StringBuilder line = new StringBuilder();
        int count = 0;
        for (Map.Entry<String, Pause> entry : pauses.entrySet()) {
            if (entry.getValue().until() > now) {
                line.append(count++ == 0 ? instance + ": " : ", ").append(text(entry));
            }
        }
        counts.put(instance, count);
        if (count == 0) {
            lines.remove(instance);
        } else {
            lines.put(instance, line.toString());
        }
    }

    private static String text(Map.Entry<String, Pause> entry) {
        String work = entry.getKey().equals(Book.EVERYTHING) ? "everything" : entry.getKey();
        Pause pause = entry.getValue();
        String until =
                pause.until() == Long.MAX_VALUE
                        ? ""
                        : " until " + Instant.ofEpochMilli(pause.until());
        return work + until + " (" + pause.reason() + ")";
    }
}
