package io.rollcall.schedule;

import io.rollcall.metric.Metrics;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows what is paused, until when and by which code, as metrics of the scheduler. Written by the
 * task, read by Flink's metrics threads.
 */
final class PauseBoard {

    private final Metrics<SchedulerMetric> metrics;
    private final Map<String, String> lines = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> stopped = new ConcurrentHashMap<>();
    private final Set<String> registered = new HashSet<>();

    PauseBoard(Metrics<SchedulerMetric> metrics) {
        this.metrics = metrics;
        metrics.show(
                SchedulerMetric.PAUSED, () -> stopped.values().stream().mapToInt(Set::size).sum());
        metrics.show(SchedulerMetric.PAUSES, () -> String.join("; ", lines.values()));
    }

    void show(String instance, Map<String, Pause> pauses, long now) {
        StringBuilder line = new StringBuilder();
        Set<String> current = new HashSet<>();
        for (Map.Entry<String, Pause> entry : pauses.entrySet()) {
            Pause pause = entry.getValue();
            if (pause.until() > now) {
                line.append(current.isEmpty() ? instance + ": " : ", ").append(text(entry));
                current.add(register(instance, work(entry.getKey()), label(pause.reason())));
            }
        }
        stopped.put(instance, current);
        if (current.isEmpty()) {
            lines.remove(instance);
        } else {
            lines.put(instance, line.toString());
        }
    }

    /** A code is a label; words about what is set up wrongly are for {@code pauses}. */
    private static String label(String reason) {
        return reason.matches("[a-z0-9-]{1,20}") ? reason : "set-up";
    }

    private String register(String instance, String work, String reason) {
        String key = work + " " + reason;
        if (registered.add(instance + " " + key)) {
            metrics.show(
                    SchedulerMetric.STOPPED,
                    () -> stopped.get(instance).contains(key) ? 1 : 0,
                    instance,
                    work,
                    reason);
        }
        return key;
    }

    private static String work(String key) {
        return key.equals(Book.EVERYTHING) ? "everything" : key;
    }

    private static String text(Map.Entry<String, Pause> entry) {
        Pause pause = entry.getValue();
        String until =
                pause.until() == Long.MAX_VALUE
                        ? ""
                        : " until " + Instant.ofEpochMilli(pause.until());
        return work(entry.getKey()) + until + " (" + pause.reason() + ")";
    }
}
