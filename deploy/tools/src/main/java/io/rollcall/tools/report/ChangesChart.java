package io.rollcall.tools.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Additions above the line and removals below it, over time: by the hour, or by the day. */
final class ChangesChart {

    private static final int WIDTH = 640;
    private static final int LEFT = 56;
    private static final int HALF = 70;
    private static final int MOST_BARS = 72;
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final TreeMap<Instant, Figures.Changes> bars = new TreeMap<>();
    private final Instant begin;
    private final Duration step;
    private final int count;
    private final long most;

    ChangesChart(SortedMap<Instant, Figures.Changes> byHour, Instant now) {
        Instant first = byHour.isEmpty() ? now : byHour.firstKey();
        long hours = Math.max(12, Duration.between(first, now).toHours() + 1);
        long perBar = (hours + MOST_BARS - 1) / MOST_BARS;
        step = Duration.ofHours(perBar);
        count = (int) ((hours + perBar - 1) / perBar);
        begin = now.minus(step.multipliedBy(count)).plusSeconds(1);
        byHour.forEach(this::gather);
        most =
                bars.values().stream()
                        .mapToLong(bar -> Math.max(bar.added, bar.removed))
                        .max()
                        .orElse(0);
    }

    private void gather(Instant hour, Figures.Changes changes) {
        Figures.Changes bar = bars.computeIfAbsent(start(hour), any -> new Figures.Changes());
        bar.added += changes.added;
        bar.removed += changes.removed;
        bar.failed += changes.failed;
    }

    private Instant start(Instant hour) {
        long steps = Math.max(0, Duration.between(begin, hour).dividedBy(step));
        return begin.plus(step.multipliedBy(Math.min(steps, count - 1L)));
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<figure><figcaption>Changes by ").append(unit());
        svg.append(", UTC: <i class=\"activated\"></i> added, <i class=\"failed\"></i> removed");
        svg.append("</figcaption><svg viewBox=\"0 0 ").append(WIDTH).append(' ');
        svg.append(2 * HALF + 34).append("\" role=\"img\" aria-label=\"changes over time\">");
        axis(svg);
        bars.forEach((time, bar) -> bar(svg, time, bar));
        return svg.append("</svg></figure>").toString();
    }

    private String unit() {
        return step.toHours() == 1 ? "hour" : step.toHours() + " hours";
    }

    private void axis(StringBuilder svg) {
        line(svg, HALF + 8);
        label(svg, LEFT - 6, 16, Column.number(most));
        label(svg, LEFT - 6, HALF + 12, "0");
        label(svg, LEFT - 6, 2 * HALF + 8, Column.number(most));
        int y = 2 * HALF + 28;
        text(svg, LEFT, y, "start", LABEL.format(begin));
        label(svg, WIDTH, y, LABEL.format(begin.plus(step.multipliedBy(count))));
    }

    private void bar(StringBuilder svg, Instant time, Figures.Changes bar) {
        double slot = (double) (WIDTH - LEFT) / count;
        double x = LEFT + slot * Duration.between(begin, time).dividedBy(step);
        double up = height(bar.added);
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<g><title>%s: %d added, %d removed, %d failed</title>",
                        LABEL.format(time),
                        bar.added,
                        bar.removed,
                        bar.failed));
        rectangle(svg, x, HALF + 7 - up, slot, up, "activated");
        rectangle(svg, x, HALF + 9, slot, height(bar.removed), "failed");
        svg.append("</g>");
    }

    private double height(long value) {
        return value == 0 ? 0 : Math.max(1, (double) (HALF - 4) * value / most);
    }

    private static void rectangle(
            StringBuilder svg, double x, double y, double slot, double height, String kind) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\""
                                + " class=\"%s\"/>",
                        x + 1,
                        y,
                        Math.max(1, slot - 2),
                        height,
                        kind));
    }

    private static void line(StringBuilder svg, int y) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" class=\"axis\"/>",
                        LEFT,
                        WIDTH,
                        y,
                        y));
    }

    private static void label(StringBuilder svg, int x, int y, String text) {
        text(svg, x, y, "label", text);
    }

    private static void text(StringBuilder svg, int x, int y, String kind, String text) {
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>",
                        x,
                        y,
                        kind,
                        text));
    }
}
