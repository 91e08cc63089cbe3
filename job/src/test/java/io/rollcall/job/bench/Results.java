package io.rollcall.job.bench;

import io.rollcall.job.bench.Course.Lap;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** What was measured, as a table of its own for each question; a target counts only as a ratio. */
final class Results implements Serializable {

    private static final long serialVersionUID = 1;

    private static final double SWEEP_PERIOD_SECONDS = 600;

    /** Events from which on a run reaches what the job can do. */
    private static final int ENOUGH = 5_000_000;

    private final Size size;
    private final String topics;
    private final HashMap<String, Lap> laps = new HashMap<>();
    private final HashMap<String, Long> bytes = new HashMap<>();
    private final ArrayList<String> missed = new ArrayList<>();
    private Lap sweep;

    /** {@code topics} is how the names of the topics begin. */
    Results(Size size, String topics) {
        this.size = size;
        this.topics = topics;
    }

    /** Of what ran in other JVMs before. */
    static Results read(Path file) throws Exception {
        try (var in = new ObjectInputStream(Files.newInputStream(file))) {
            return (Results) in.readObject();
        }
    }

    void write(Path file) throws IOException {
        try (var out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(this);
        }
    }

    Size size() {
        return size;
    }

    String topics() {
        return topics;
    }

    void took(String contender, Workload workload, Lap lap) {
        laps.put(contender + workload, lap);
        System.out.printf(
                Locale.ROOT,
                "  %,.0f assertions a second, %.2f µs of a core each%n",
                lap.rate(),
                lap.cost());
    }

    void bytes(String contender, long all) {
        bytes.put(contender, all);
    }

    void swept(Lap lap) {
        sweep = lap;
    }

    /** Returns the targets of which less than this share is reached, {@code least}. */
    List<String> print(double least) {
        System.out.printf(
                "%n%,d people, %d audiences each; parallelism %d%n%n",
                size.people(), size.audiences(), Course.PARALLELISM);
        row("", "null", "naive", "rollcall", "of null", "of naive");
        System.out.println("assertions a second");
        for (Workload workload : Workload.values()) {
            rates(workload);
        }
        System.out.println("µs of a core for each");
        for (Workload workload : Workload.values()) {
            costs(workload);
        }
        System.out.println();
        boolean small = size.later() < ENOUGH;
        for (Target target : Target.ALL) {
            hold(target, least * (small ? target.small() : target.wanted()));
        }
        rest();
        return missed;
    }

    private void rates(Workload workload) {
        if (laps.keySet().stream().noneMatch(key -> key.endsWith(workload.name()))) {
            return;
        }
        row(
                "  " + workload.title(),
                text("%,.0f", rate("null", workload)),
                text("%,.0f", rate("naive", workload)),
                text("%,.0f", rate("rollcall", workload)),
                text("%.2f", rate("rollcall", workload) / rate("null", workload)),
                text("%.2f", rate("rollcall", workload) / rate("naive", workload)));
    }

    private void costs(Workload workload) {
        if (laps.keySet().stream().noneMatch(key -> key.endsWith(workload.name()))) {
            return;
        }
        row(
                "  " + workload.title(),
                text("%.2f", cost("null", workload)),
                text("%.2f", cost("naive", workload)),
                text("%.2f", cost("rollcall", workload)),
                text("%.2f", cost("null", workload) / cost("rollcall", workload)),
                text("%.2f", cost("naive", workload) / cost("rollcall", workload)));
    }

    private void hold(Target target, double least) {
        Workload workload = target.workload();
        double reached = rate("rollcall", workload) / rate(target.other(), workload);
        if (Double.isNaN(reached)) {
            return;
        }
        String what = workload.title() + " of " + target.other();
        String wanted = text(">= %.1f", target.wanted());
        line(what, text("%.2f", reached), wanted, reached >= target.wanted());
        if (reached < least) {
            missed.add(text("%s is %.2f, less than %.2f", what, reached, least));
        }
    }

    private void rest() {
        bytes.forEach(
                (contender, all) -> {
                    double each = (double) all / size.memberships();
                    line(
                            contender + ": bytes of RocksDB a membership",
                            text("%.1f", each),
                            "<= 60",
                            each <= 60);
                });
        Lap steady = laps.get("rollcall" + Workload.STEADY);
        if (steady != null) {
            steady.checkpoints().stream()
                    .max(Long::compare)
                    .ifPresent(
                            longest ->
                                    line(
                                            "longest checkpoint while steady, ms",
                                            longest + "",
                                            "< 1000",
                                            longest < 1_000));
            double start = steady.start().toMillis() / 1e3;
            line("start from a checkpoint, s", text("%.1f", start), "< 30", start < 30);
        }
        if (sweep != null) {
            double seconds = sweep.cost() / 1e6 * LedgerBenchmark.BUCKETS / Course.PARALLELISM;
            double share = 100 * seconds / SWEEP_PERIOD_SECONDS * 1e6 / size.people();
            line(
                    "sweep of a million people every 10 min, %",
                    text("%.2f", share), "< 2", share < 2);
        }
    }

    /** What of it grows with the number of people; the state is without what compaction drops. */
    Growth.Point point() {
        Lap steady = laps.get("rollcall" + Workload.STEADY);
        return new Growth.Point(
                size.people(),
                cost("rollcall", Workload.LOAD),
                steady.cost(),
                bytes.get("rollcall"),
                steady.checkpoints().stream()
                        .mapToDouble(Long::doubleValue)
                        .max()
                        .orElse(Double.NaN),
                steady.start());
    }

    private double rate(String contender, Workload workload) {
        Lap lap = laps.get(contender + workload);
        return lap == null ? Double.NaN : lap.rate();
    }

    private double cost(String contender, Workload workload) {
        Lap lap = laps.get(contender + workload);
        return lap == null ? Double.NaN : lap.cost();
    }

    private static void line(String what, String reached, String target, boolean met) {
        System.out.printf(
                "%-42s %12s  target %-8s %s%n", what, reached, target, met ? "met" : "MISSED");
    }

    private static void row(String... cells) {
        System.out.printf("%-12s %12s %12s %12s %10s %10s%n", (Object[]) cells);
    }

    private static String text(String format, Object... values) {
        String text = String.format(Locale.ROOT, format, values);
        return text.contains("NaN") ? "-" : text;
    }
}
