package io.rollcall.tools.status;

import static io.rollcall.metric.MetricSpec.ACTIVATION;
import static io.rollcall.metric.MetricSpec.INSTANCE;

import io.rollcall.call.CallerMetric;
import io.rollcall.event.decode.DecodeMetric;
import io.rollcall.ledger.LedgerMetric;
import io.rollcall.metric.Metric;
import io.rollcall.schedule.SchedulerMetric;
import io.rollcall.sweep.SweepMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the metrics say, in tables. */
final class Screen {

    private static final List<LedgerMetric> PEOPLE =
            List.of(
                    LedgerMetric.PEOPLE_IN_AUDIENCE,
                    LedgerMetric.PEOPLE_ON_LIST,
                    LedgerMetric.PEOPLE_WAITING,
                    LedgerMetric.PEOPLE_EXCLUDED,
                    LedgerMetric.PEOPLE_UNMATCHED,
                    LedgerMetric.PEOPLE_FAILED,
                    LedgerMetric.ADDED,
                    LedgerMetric.REMOVED);

    private static final List<Metric> QUOTA =
            List.of(
                    SchedulerMetric.CALLS_TODAY,
                    SchedulerMetric.CALLS_LEFT,
                    SchedulerMetric.CALLS_SHARE,
                    SchedulerMetric.CALLS_BY_OTHERS,
                    SchedulerMetric.OPEN_CALLS,
                    SchedulerMetric.MAY_RUN_CALLS,
                    SchedulerMetric.PERMITS_FREE,
                    SchedulerMetric.REMOVALS_OVERDUE,
                    CallerMetric.TOKEN_AGE_SECONDS);

    private final Readings readings;
    private final List<String> lines = new ArrayList<>();

    Screen(Readings readings) {
        this.readings = readings;
    }

    List<String> lines() {
        SortedSet<String> activations = readings.values(LedgerMetric.PEOPLE_RECEIVED, ACTIVATION);
        activations.addAll(readings.values(LedgerMetric.ADDED, ACTIVATION));
        table("activation", activations, ACTIVATION, PEOPLE);
        lines.add(
                "sweep          tour %d %%, export after a change %d %%"
                        .formatted(
                                readings.sum(SweepMetric.TOUR_PERCENT),
                                readings.sum(SweepMetric.EXPORTED_PERCENT)));
        SortedSet<String> instances = readings.values(SchedulerMetric.CALLS_TODAY, INSTANCE);
        table("instance", instances, INSTANCE, QUOTA);
        lanes();
        backlog();
        section("paused", readings.text(SchedulerMetric.PAUSES));
        section("held", readings.text(SchedulerMetric.HOLDS));
        counts("errors by code", CallerMetric.ERRORS);
        counts("rejected", LedgerMetric.REJECTED_BY_CODE);
        counts("dead letters", DecodeMetric.DEAD_LETTERS_BY_REASON);
        return lines;
    }

    private void table(
            String head, SortedSet<String> rows, String label, List<? extends Metric> columns) {
        String cells = columns.stream().map(Screen::cell).reduce("", String::concat);
        lines.add("");
        lines.add("%-24s".formatted(head) + cells);
        for (String row : rows) {
            lines.add("%-24s".formatted(row) + numbers(label, row, columns));
        }
    }

    private String numbers(String label, String row, List<? extends Metric> columns) {
        return columns.stream()
                .map(
                        column ->
                                ("%," + width(column) + "d")
                                        .formatted(readings.sum(column, label, row)))
                .reduce("", String::concat);
    }

    private static String cell(Metric column) {
        return ("%" + width(column) + "s").formatted(name(column));
    }

    private static int width(Metric column) {
        return Math.max(10, name(column).length() + 2);
    }

    private static String name(Metric metric) {
        return metric.name()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceFirst("^people_", "")
                .replace('_', ' ');
    }

    private void lanes() {
        Map<String, Long> oldest = readings.each(SchedulerMetric.OLDEST_SECONDS);
        Map<String, Long> queued = readings.each(SchedulerMetric.QUEUED);
        section(
                "waiting",
                queued.entrySet().stream()
                        .map(
                                lane ->
                                        "%s: %,d, the oldest %s"
                                                .formatted(
                                                        lane.getKey(),
                                                        lane.getValue(),
                                                        age(oldest.get(lane.getKey())))));
    }

    private void backlog() {
        Map<String, Long> calls = readings.each(SchedulerMetric.BACKLOG_CALLS);
        Map<String, Long> requests = readings.each(SchedulerMetric.BACKLOG_REQUESTS);
        Map<String, Long> seconds = readings.each(SchedulerMetric.BACKLOG_DONE_SECONDS);
        SortedSet<String> instances = new TreeSet<>(calls.keySet());
        instances.addAll(requests.keySet());
        section(
                "backlog",
                instances.stream()
                        .map(
                                of ->
                                        "%s: about %,d calls%s, done in %s if nothing else comes"
                                                .formatted(
                                                        of,
                                                        calls.getOrDefault(of, 0L),
                                                        beside(requests.get(of)),
                                                        age(seconds.get(of)))));
    }

    private static String beside(Long requests) {
        return requests == null ? "" : " and %,d requests of ingestion".formatted(requests);
    }

    private static String age(Long seconds) {
        return Health.words(Duration.ofSeconds(seconds == null ? 0 : seconds));
    }

    private void counts(String head, Metric metric) {
        section(
                head,
                readings.each(metric).entrySet().stream()
                        .map(each -> "%s: %,d".formatted(each.getKey(), each.getValue())));
    }

    private void section(String head, String words) {
        section(head, Stream.of(words.split("; ")).filter(word -> !word.isBlank()));
    }

    private void section(String head, Stream<String> entries) {
        List<String> all = entries.toList();
        lines.add("");
        lines.add("%-14s %s".formatted(head, all.isEmpty() ? "nothing" : all.get(0)));
        all.stream().skip(1).forEach(entry -> lines.add(" ".repeat(15) + entry));
    }
}
