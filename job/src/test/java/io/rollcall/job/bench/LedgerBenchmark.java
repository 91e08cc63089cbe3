package io.rollcall.job.bench;

import io.rollcall.event.RawEvent;
import io.rollcall.job.bench.Course.Lap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

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
     * What to do (to write the "topics", to run a contender, or to print the "table"), the file
     * that keeps the results in between, brokers, people, audiences, later messages, workloads
     * (comma), the share of each target below which the table fails; and to run one a folder for
     * state, the folder of Flink's configuration, and managed memory.
     */
    public static void main(String[] arguments) throws Exception {
        Size size =
                new Size(
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]),
                        Integer.parseInt(arguments[5]));
        List<Workload> workloads = new ArrayList<>();
        for (String name : arguments[6].split(",")) {
            workloads.add(Workload.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        Path file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "topics" -> {
                Results none = new Results(size, "bench-" + System.currentTimeMillis() + "-");
                new Prefill(arguments[2], none.topics()).write(size, workloads);
                none.write(file);
            }
            case "table" -> System.exit(hasReached(file, arguments[7]) ? 0 : 1);
            default -> {
                Results results = Results.read(file);
                try (Course course = new Course(Path.of(arguments[8]), arguments[10])) {
                    new LedgerBenchmark(arguments[2], results, course)
                            .run(Contender.of(arguments[0], arguments[9], size), workloads);
                }
                results.write(file);
                System.exit(0);
            }
        }
    }

    /** Whether no ratio is below the share of its target that it must reach. */
    private static boolean hasReached(Path file, String share) throws Exception {
        List<String> missed = new ResultsTable(Results.read(file)).print(Double.parseDouble(share));
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
