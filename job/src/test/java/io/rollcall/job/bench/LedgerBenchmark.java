package io.rollcall.job.bench;

import io.rollcall.event.RawEvent;
import io.rollcall.job.bench.Course.Lap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/**
 * How fast the ledger takes events, beside a job that only reads and decodes the same topics and
 * one as one writes it first. Each runs on a MiniCluster in a JVM of its own, as jobs do: in one
 * that had compiled the others' ways through Flink before, ours took half as much time again.
 */
public final class LedgerBenchmark {

    static final int BUCKETS = 16_384;

    /** Assertions of each workload in a round of warming up. */
    private static final long WARM = 5_000_000;

    /** No round begins after that; with few events one round leaves most to the compiler. */
    private static final Duration WARM_FOR = Duration.ofSeconds(20);

    private final String servers;
    private final Course course;
    private final Prefill topics;
    private final Results results;
    private final Size size;

    private LedgerBenchmark(String servers, Results results, Course course) {
        this.servers = servers;
        this.topics = new Prefill(servers, results.topics());
        this.results = results;
        this.size = results.size();
        this.course = course;
    }

    /**
     * What to do (to write the "topics", to run a contender, or to print the "table"), and by name
     * the rest, as {@code scripts/bench} has it.
     */
    public static void main(String[] arguments) throws Exception {
        String[] named = Arrays.copyOfRange(arguments, 1, arguments.length);
        ParameterTool given = ParameterTool.fromArgs(named);
        Path file = Path.of(given.getRequired("results"));
        switch (arguments[0]) {
            case "topics" -> fill(given).write(file);
            case "table" -> System.exit(hasReached(file, given.getDouble("share")) ? 0 : 1);
            default -> {
                run(arguments[0], given, Results.read(file)).write(file);
                System.exit(0);
            }
        }
    }

    private static Results fill(ParameterTool given) throws Exception {
        Size size =
                new Size(given.getInt("people"), given.getInt("audiences"), given.getInt("later"));
        Results none = new Results(size, "bench-" + System.currentTimeMillis() + "-");
        new Prefill(given.getRequired("servers"), none.topics()).write(size, workloads(given));
        return none;
    }

    private static Results run(String contender, ParameterTool given, Results results)
            throws Exception {
        try (Course course =
                new Course(Path.of(given.getRequired("state")), given.getRequired("memory"))) {
            new LedgerBenchmark(given.getRequired("servers"), results, course)
                    .run(
                            Contender.of(contender, given.getRequired("flink"), results.size()),
                            workloads(given));
        }
        return results;
    }

    private static List<Workload> workloads(ParameterTool given) {
        return Stream.of(given.getRequired("workloads").split(","))
                .map(name -> Workload.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** Whether no ratio is below the share of its target that it must reach. */
    private static boolean hasReached(Path file, double share) throws Exception {
        List<String> missed = new ResultsTable(Results.read(file)).print(share);
        missed.forEach(System.out::println);
        return missed.isEmpty();
    }

    private void run(Contender contender, List<Workload> workloads) throws Exception {
        warmUp(contender, workloads);
        String from = null;
        for (Workload workload : workloads) {
            System.out.printf("Running %s: %s%n", contender.title(), workload.title());
            boolean last = workload == workloads.get(workloads.size() - 1);
            Lap lap =
                    course.run(
                            contender.settings(),
                            from,
                            size.assertions(workload),
                            env -> contender.build(events(env, workload), workload),
                            () -> {
                                if (last) {
                                    results.bytes(contender.title(), course.compactedBytes());
                                }
                            });
            from = lap.checkpoint();
            results.took(contender.title(), workload, lap);
        }
        if (contender instanceof LedgerJob ledger) {
            System.out.println("Running rollcall: a sweep of everybody");
            results.swept(
                    course.run(
                            ledger.settings(),
                            from,
                            BUCKETS,
                            env -> ledger.sweep(env.fromSequence(0, BUCKETS - 1).uid("buckets")),
                            () -> {}));
        }
    }

    /** Until its code is compiled, a job measures the compiler. */
    private void warmUp(Contender contender, List<Workload> workloads) throws Exception {
        for (long until = System.nanoTime() + WARM_FOR.toNanos(); System.nanoTime() < until; ) {
            String from = null;
            for (Workload workload : workloads) {
                System.out.printf("Warming %s up: %s%n", contender.title(), workload.title());
                from = warmUp(contender, workload, from);
            }
        }
    }

    private String warmUp(Contender contender, Workload workload, String from) throws Exception {
        return course.run(
                        contender.settings(),
                        from,
                        Math.min(size.assertions(workload), WARM),
                        env -> contender.build(events(env, workload), workload),
                        () -> {})
                .checkpoint();
    }

    private DataStream<RawEvent> events(StreamExecutionEnvironment env, Workload workload) {
        String uid = "events-" + workload.title();
        return env.fromSource(
                        RawEvents.of(servers, topics.topic(workload)),
                        WatermarkStrategy.noWatermarks(),
                        uid)
                .uid(uid);
    }
}
