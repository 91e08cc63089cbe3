package io.rollcall.tools.status;

import io.rollcall.call.CallerMetric;
import io.rollcall.event.decode.DecodeMetric;
import io.rollcall.ledger.LedgerMetric;
import io.rollcall.metric.Metric;
import io.rollcall.schedule.SchedulerMetric;
import io.rollcall.sweep.SweepMetric;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One metric of one subtask as Flink's REST API names it: {@code
 * 0.scheduler.munchkin_id.123-ABC-456.callsToday}. Flink writes an underscore for a dot or a space
 * in a value.
 */
record Reading(String operator, Map<String, String> labels, String title, String value) {

    private static final Set<String> TITLES =
            Stream.<Metric[]>of(
                            DecodeMetric.values(),
                            LedgerMetric.values(),
                            SchedulerMetric.values(),
                            CallerMetric.values(),
                            SweepMetric.values())
                    .flatMap(Stream::of)
                    .map(Metric::title)
                    .collect(Collectors.toUnmodifiableSet());

    static boolean isOurs(String id) {
        return TITLES.contains(id.substring(id.lastIndexOf('.') + 1));
    }

    static Reading of(String id, String value) {
        String[] parts = id.split("\\.");
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 2; i + 2 < parts.length; i += 2) {
            labels.put(parts[i], parts[i + 1]);
        }
        return new Reading(parts[1], labels, parts[parts.length - 1], value);
    }

    boolean is(Metric metric) {
        return title.equals(metric.title())
                && labels.keySet().equals(Set.copyOf(metric.spec().labels()));
    }

    String label(String name) {
        return labels.get(name);
    }

    long number() {
        return value.matches("-?\\d+") ? Long.parseLong(value) : 0;
    }
}
