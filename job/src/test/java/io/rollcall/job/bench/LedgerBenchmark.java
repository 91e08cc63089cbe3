package io.rollcall.job.bench;

import io.rollcall.event.RawEvent;
import io.rollcall.job.bench.Course.Lap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * How fast the ledger takes events, beside a job that only reads and decodes the same topics and
 * one as one writes it first. All run on one MiniCluster in this one JVM, one after the other.
 */
public final class LedgerBenchmark {

    static final int BUCKETS = 16_384;
    private static final long WARM = 500_000;

    private final String servers;
    private final Size size;
    private final Course course;
    private final Prefill topics;
    private final Results results;

    private LedgerBenchmark(String servers, Size size, Course course) {
        this.servers = servers;
        this.size = size;
        this.course = course;
        this.topics = new Prefill(servers, "bench-" + System.currentTimeMillis() + "-");
        this.results = new Results(size);
    }

    /**
     * Brokers, people, audiences, later messages, a folder for state, the folder of Flink's
     * configuration, managed memory, contenders (comma), workloads (comma), and the share of each
     * target below which this fails.
     */
    public static void main(String[] arguments) throws Exception {
        Size size =
                new Size(
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]));
        Configuration ours = GlobalConfiguration.loadConfiguration(arguments[5]);
        ours.removeKey("metrics.reporters");
        List<Contender> contenders = new ArrayList<>();
        for (String name : arguments[7].split(",")) {
            contenders.add(
                    switch (name) {
                        case "null" -> new NullJob(ours);
                        case "naive" -> new NaiveJob(asFlinkComes());
                        default -> new LedgerJob(ours, size.audiences());
                    });
        }
        List<Workload> workloads = new ArrayList<>();
        for (String name : arguments[8].split(",")) {
            workloads.add(Workload.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        boolean reached;
        try (Course course = new Course(Path.of(arguments[4]), arguments[6])) {
            reached =
                    new LedgerBenchmark(arguments[0], size, course)
                            .run(contenders, workloads, Double.parseDouble(arguments[9]));
        }
        System.exit(reached ? 0 : 1);
    }

    /** RocksDB, incremental checkpoints as often as ours, and everything else untouched. */
    private static Configuration asFlinkComes() {
        return Configuration.fromMap(
                Map.of(
                        "state.backend.type", "rocksdb",
                        "execution.checkpointing.interval", "10 s",
                        "execution.checkpointing.incremental", "true",
                        "execution.checkpointing.externalized-checkpoint-retention",
                                "RETAIN_ON_CANCELLATION"));
    }

    /** Whether no ratio is below the share of its target that it must reach. */
    private boolean run(List<Contender> contenders, List<Workload> workloads, double share)
            throws Exception {
        topics.write(size, workloads);
        for (Contender contender : contenders) {
            run(contender, workloads);
        }
        List<String> missed = results.print(share);
        missed.forEach(System.out::println);
        return missed.isEmpty();
    }

    private void run(Contender contender, List<Workload> workloads) throws Exception {
        warmUp(contender);
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
    private void warmUp(Contender contender) throws Exception {
        String from = null;
        for (Workload workload : List.of(Workload.LOAD, Workload.STEADY)) {
            System.out.printf("Warming %s up: %s%n", contender.title(), workload.title());
            long some = Math.min(size.assertions(workload), WARM);
            from =
                    course.run(
                                    contender.settings(),
                                    from,
                                    some,
                                    env -> contender.build(events(env, workload), workload),
                                    () -> {})
                            .checkpoint();
        }
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
