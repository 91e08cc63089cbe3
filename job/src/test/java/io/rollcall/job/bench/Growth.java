package io.rollcall.job.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What more people cost: the same loads at several numbers of people, as a table and as a plot,
 * with a last line that nobody measured.
 */
public final class Growth {

    /** The next power of ten is a guess, further ones would be nonsense. */
    private static final double BEYOND = 10;

    private Growth() {}

    /**
     * Microseconds of a core for an assertion of each load, bytes of RocksDB, and of the steady
     * load the longest checkpoint (ms; not a number where it ended before the second one) and the
     * start from what the first load left.
     */
    record Point(
            double people,
            double load,
            double steady,
            double bytes,
            double checkpoint,
            Duration start) {}

    /** Where the plot goes, and the files of results. */
    public static void main(String[] arguments) throws Exception {
        List<Point> measured = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            measured.add(Results.read(Path.of(arguments[i])).point());
        }
        Point guess = extrapolated(measured);
        System.out.printf(
                "%n%-14s %10s %10s %12s %14s %10s%n",
                "people", "load µs", "steady µs", "state MB", "checkpoint ms", "start s");
        measured.forEach(point -> print(point, ""));
        print(guess, "  (extrapolated)");
        Files.writeString(Path.of(arguments[0]), new GrowthPlot(measured, guess).svg());
    }

    /** State grows with the people, an assertion's cost as from the last power of ten to this. */
    static Point extrapolated(List<Point> measured) {
        Point last = measured.get(measured.size() - 1);
        Point before = measured.get(Math.max(0, measured.size() - 2));
        double decades = Math.max(1e-9, Math.log10(last.people / before.people));
        return new Point(
                last.people * BEYOND,
                last.load + (last.load - before.load) / decades,
                last.steady + (last.steady - before.steady) / decades,
                last.bytes * BEYOND,
                last.checkpoint,
                last.start.multipliedBy((long) BEYOND));
    }

    private static void print(Point point, String remark) {
        System.out.printf(
                Locale.ROOT,
                "%-,14.0f %10.2f %10.2f %,12.0f %14s %10.1f%s%n",
                point.people,
                point.load,
                point.steady,
                point.bytes / 1e6,
                Double.isNaN(point.checkpoint) ? "-" : Math.round(point.checkpoint),
                point.start.toMillis() / 1e3,
                remark);
    }
}
