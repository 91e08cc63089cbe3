package io.rollcall.job.bench;

import io.rollcall.job.bench.Course.Lap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/** What was measured, contenders beside each other; a target counts only as a ratio. */
final class ResultsTable {

    private static final double SWEEP_PERIOD_SECONDS = 600;

    /** Events from which on a run reaches what the job can do. */
    private static final int ENOUGH = 5_000_000;

    private final Results results;
    private final Size size;
    private final List<String> missed = new ArrayList<>();

    ResultsTable(Results results) {
        this.results = results;
        this.size = results.size();
    }

    /** Returns the targets of which less than this share is reached, {@code least}. */
    List<String> print(double least) {
        System.out.printf(
                "%n%,d people, %d audiences each; parallelism %d%n%n",
                size.people(), size.audiences(), Course.PARALLELISM);
        row("", "null", "keyed", "naive", "rollcall", "of null", "of naive");
        System.out.println("assertions a second");
        measured().forEach(workload -> row("%,.0f", workload, results::rate));
        System.out.println("µs of a core for each");
        measured().forEach(workload -> row("%.2f", workload, results::cost));
        System.out.println();
        boolean small = size.later() < ENOUGH;
        for (Target target : Target.ALL) {
            hold(target, least * (small ? target.small() : target.wanted()));
        }
        bytes();
        times();
        sweep();
        return missed;
    }

    private Stream<Workload> measured() {
        return Stream.of(Workload.values()).filter(results::has);
    }

    private static void row(
            String format, Workload workload, ToDoubleBiFunction<String, Workload> figure) {
        double ours = figure.applyAsDouble("rollcall", workload);
        double nothing = figure.applyAsDouble("null", workload);
        double naive = figure.applyAsDouble("naive", workload);
        row(
                "  " + workload.title(),
                text(format, nothing),
                text(format, figure.applyAsDouble("keyed", workload)),
                text(format, naive),
                text(format, ours),
                text("%.2f", ours / nothing),
                text("%.2f", ours / naive));
    }

    private void hold(Target target, double least) {
        Workload workload = target.workload();
        double reached =
                results.rate("rollcall", workload) / results.rate(target.other(), workload);
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

    private void bytes() {
        results.bytes().forEach((contender, all) -> bytes(contender, (double) all));
    }

    private void bytes(String contender, double all) {
        double each = all / size.memberships();
        if (each > 0) {
            String what = contender + ": bytes of RocksDB a membership";
            line(what, text("%.1f", each), "<= 60", each <= 60);
        }
    }

    private void times() {
        Lap steady = results.lap("rollcall", Workload.STEADY);
        if (steady == null) {
            return;
        }
        steady.checkpoints().stream().max(Long::compare).ifPresent(ResultsTable::checkpoint);
        double start = steady.start().toMillis() / 1e3;
        line("start from a checkpoint, s", text("%.1f", start), "< 30", start < 30);
    }

    private static void checkpoint(long longest) {
        line("longest checkpoint while steady, ms", longest + "", "< 1000", longest < 1_000);
    }

    private void sweep() {
        if (results.sweep() == null) {
            return;
        }
        double micros = results.sweep().cost() * LedgerBenchmark.BUCKETS / Course.PARALLELISM;
        double share = 100 * micros / SWEEP_PERIOD_SECONDS / size.people();
        line("sweep of a million people every 10 min, %", text("%.2f", share), "< 2", share < 2);
    }

    private static void line(String what, String reached, String target, boolean met) {
        System.out.printf(
                "%-42s %12s  target %-8s %s%n", what, reached, target, met ? "met" : "MISSED");
    }

    private static void row(String... cells) {
        System.out.printf("%-10s %12s %12s %12s %12s %9s %9s%n", (Object[]) cells);
    }

    private static String text(String format, Object... values) {
        String text = String.format(Locale.ROOT, format, values);
        return text.contains("NaN") ? "-" : text;
    }
}
