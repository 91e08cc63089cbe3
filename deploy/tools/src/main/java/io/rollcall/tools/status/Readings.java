package io.rollcall.tools.status;

import io.rollcall.metric.Metric;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all subtasks measure, to be summed up. */
record Readings(List<Reading> all) {

    private Stream<Reading> of(Metric metric) {
        return all.stream().filter(reading -> reading.is(metric));
    }

    SortedSet<String> values(Metric metric, String label) {
        return of(metric).map(r -> r.label(label)).collect(Collectors.toCollection(TreeSet::new));
    }

    long sum(Metric metric) {
        return of(metric).mapToLong(Reading::number).sum();
    }

    long sum(Metric metric, String label, String value) {
        return of(metric)
                .filter(reading -> value.equals(reading.label(label)))
                .mapToLong(Reading::number)
                .sum();
    }

    /** By all labels, joined by a space; what is zero is left out. */
    Map<String, Long> each(Metric metric) {
        Map<String, Long> each = new TreeMap<>();
        of(metric)
                .filter(reading -> reading.number() != 0)
                .forEach(
                        reading ->
                                each.merge(
                                        String.join(" ", reading.labels().values()),
                                        reading.number(),
                                        Long::sum));
        return each;
    }

    String text(Metric metric) {
        return of(metric).map(Reading::value).collect(Collectors.joining("; "));
    }
}
