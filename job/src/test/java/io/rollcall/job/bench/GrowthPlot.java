package io.rollcall.job.bench;

import io.rollcall.job.bench.Growth.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A plot of both axes by powers of ten, what nobody measured dashed. Written by hand: no library of
 * plots is worth a dependency for one picture.
 */
final class GrowthPlot {

    private static final int DECADE = 150;
    private static final int LEFT = 60;
    private static final int TOP = 60;

    /** The vertical axis, in microseconds and in units of 10 MB. */
    private static final double LEAST = 0.1;

    private static final int DECADES = 5;
    private static final double MEGABYTES_A_UNIT = 10;
    private static final int BOTTOM = TOP + DECADES * 80;

    private final List<Point> measured;
    private final Point guess;
    private final double fewest;
    private final StringBuilder svg = new StringBuilder();

    GrowthPlot(List<Point> measured, Point guess) {
        this.measured = measured;
        this.guess = guess;
        this.fewest = measured.get(0).people();
    }

    String svg() {
        int right = (int) x(guess.people()) + 30;
        tag("svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d'", right + 60, BOTTOM + 50);
        tag("rect width='100%%' height='100%%' fill='white'/");
        text(LEFT, 20, "start", "black", "Cost and state by number of people (20 audiences each)");
        text(LEFT, TOP - 14, "start", "black", "µs of a core an assertion");
        text(right, TOP - 14, "end", "black", "RocksDB, MB");
        for (int decade = 0; decade <= DECADES; decade++) {
            grid(LEAST * Math.pow(10, decade), right);
        }
        people();
        series("steady, µs", "#1f6fb2", Point::steady);
        series("load, µs", "#2a9d5c", Point::load);
        series("state, MB", "#c1440e", point -> point.bytes() / 1e6 / MEGABYTES_A_UNIT);
        return svg.append("</svg>\n").toString();
    }

    private void grid(double value, int right) {
        line(List.of(LEFT + "," + y(value), right + "," + y(value)), "#ddd", "");
        text(LEFT - 6, y(value) + 4, "end", "black", number(value));
        text(right + 6, y(value) + 4, "start", "black", number(value * MEGABYTES_A_UNIT));
    }

    private void people() {
        for (Point point : measured) {
            text(x(point.people()), BOTTOM + 20, "middle", "black", number(point.people()));
        }
        text(x(guess.people()), BOTTOM + 20, "middle", "#777", number(guess.people()));
        text(x(guess.people()), BOTTOM + 40, "middle", "#777", "(extrapolated)");
        text(LEFT, BOTTOM + 40, "start", "#777", "Made by: scripts/bench growth");
    }

    private void series(String name, String colour, ToDoubleFunction<Point> value) {
        List<String> places = new ArrayList<>();
        for (Point point : measured) {
            places.add(x(point.people()) + "," + y(value.applyAsDouble(point)));
        }
        line(places, colour, "");
        String last = places.get(places.size() - 1);
        double end = y(value.applyAsDouble(guess));
        line(List.of(last, x(guess.people()) + "," + end), colour, " stroke-dasharray='5 5'");
        text(LEFT + 8, y(value.applyAsDouble(measured.get(0))) - 8, "start", colour, name);
    }

    private void line(List<String> places, String colour, String style) {
        String points = String.join(" ", places);
        tag("polyline points='%s' fill='none' stroke='%s'%s/", points, colour, style);
    }

    private void text(double x, double y, String anchor, String colour, String text) {
        String font = "font-family='sans-serif' font-size='12'";
        tag("text x='%.0f' y='%.0f' %s text-anchor='%s' fill='%s'", x, y, font, anchor, colour);
        svg.append(text).append("</text>");
    }

    private void tag(String format, Object... values) {
        svg.append('<').append(String.format(Locale.ROOT, format, values)).append('>');
    }

    private double x(double people) {
        return Math.rint(LEFT + 20 + DECADE * Math.log10(people / fewest));
    }

    private static double y(double value) {
        return Math.rint(BOTTOM - 80 * Math.log10(value / LEAST));
    }

    private static String number(double value) {
        return value < 1
                ? String.valueOf((float) value)
                : String.format(Locale.ROOT, "%,.0f", value);
    }
}
