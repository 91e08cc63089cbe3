package io.rollcall.metric;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A metric of one operator. Each operator has one enum of them, and docs/metrics.md is made of it.
 */
public interface Metric {

    /** The enum constant's own. */
    String name();

    MetricSpec spec();

    /** The name under which Flink shows it: {@code TOO_MANY} is {@code tooMany}. */
    default String title() {
        StringBuilder title = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
            title.append(title.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)));
            title.append(word, 1, word.length());
        }
        return title.toString();
    }

    /** Groups that Flink itself puts between the operator and the metric, none for most. */
    default List<String> within() {
        return List.of();
    }

    /** The name that Flink's Prometheus reporter makes of it; null for one that it leaves out. */
    default String prometheus() {
        Stream<String> words =
                Stream.of(
                                List.of("flink_taskmanager_job_task_operator"),
                                within(),
                                spec().labels(),
                                List.of(title()))
                        .flatMap(List::stream);
        return spec().kind() == MetricSpec.Kind.TEXT
                ? null
                : words.collect(Collectors.joining("_"));
    }
}
