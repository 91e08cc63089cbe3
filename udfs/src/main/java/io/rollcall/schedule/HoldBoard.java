package io.rollcall.schedule;

import io.rollcall.metric.Metrics;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows which activations wait for a person's word, and why, as metrics and once in the log.
 * Written by the task, read by Flink's metrics threads.
 */
final class HoldBoard {

    private static final Logger LOG = LoggerFactory.getLogger(HoldBoard.class);

    private final Map<String, Map<String, String>> held = new ConcurrentHashMap<>();

    HoldBoard(Metrics<SchedulerMetric> metrics) {
        metrics.show(SchedulerMetric.HELD, this::count);
        metrics.show(SchedulerMetric.HOLDS, this::inWords);
    }

    void show(String instance, Map<String, String> why) {
        if (why.isEmpty()) {
            held.remove(instance);
        } else if (!why.equals(held.put(instance, Map.copyOf(why)))) {
            LOG.warn(
                    "Instance {} holds back: {}; scripts/release lets it go on",
                    instance,
                    text(why));
        }
    }

    private static String text(Map<String, String> why) {
        return new TreeMap<>(why)
                .entrySet().stream()
                        .map(entry -> "list " + entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining("; "));
    }

    private int count() {
        return held.values().stream().mapToInt(Map::size).sum();
    }

    private String inWords() {
        return held.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                .collect(Collectors.joining("; "));
    }
}
