package io.rollcall.job.bench;

import io.rollcall.activation.ActivationSet;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.DecodeFunction;
import io.rollcall.event.decode.Decoders;
import io.rollcall.ledger.LedgerControl;
import io.rollcall.ledger.LedgerFunction;
import io.rollcall.ledger.LedgerInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * How fast the ledger takes events, beside a job that only reads and decodes the same topic. Both
 * run in a MiniCluster, one after the other, in this one JVM.
 */
public final class LedgerBenchmark {

    private static final int PARALLELISM = 2;
    private static final String TOPIC = "bench-exports-" + System.currentTimeMillis();

    private final String servers;
    private final int audiences;
    private final String folder;

    private LedgerBenchmark(String servers, int audiences, String folder) {
        this.servers = servers;
        this.audiences = audiences;
        this.folder = folder;
    }

    /** Brokers, people, audiences, later messages, a folder for state. */
    public static void main(String[] arguments) throws Exception {
        int people = Integer.parseInt(arguments[1]);
        int audiences = Integer.parseInt(arguments[2]);
        int later = Integer.parseInt(arguments[3]);
        System.out.printf("Writing %,d exports, %,d events%n", people, later);
        new Prefill(arguments[0], TOPIC).write(new Exports(1, people, audiences), people, later);
        LedgerBenchmark benchmark = new LedgerBenchmark(arguments[0], audiences, arguments[4]);
        System.out.println("Warming up");
        benchmark.run(people, false);
        System.out.println("Running the null job: source and decoder, then nothing");
        Marks.Rates nothing = benchmark.run(people, false);
        System.out.println("Running the ledger: source, decoder, ledger on RocksDB, checkpoints");
        benchmark.print(nothing, benchmark.run(people, true));
    }

    private Marks.Rates run(int people, boolean withLedger) throws Exception {
        Marks.reset(people);
        StreamExecutionEnvironment env = environment();
        SingleOutputStreamOperator<AudienceEvent> decoded =
                env.fromSource(
                                BoundedEvents.of(servers, TOPIC),
                                WatermarkStrategy.noWatermarks(),
                                "events")
                        .returns(RawEvent.class)
                        .process(
                                new DecodeFunction(
                                        "rollcall", Decoders.of("rollcall", Scene.options())))
                        .returns(AudienceEvent.class)
                        .map(new Marks.Counting<>())
                        .returns(AudienceEvent.class);
        if (withLedger) {
            ledger(env, decoded);
        } else {
            decoded.sinkTo(new DiscardingSink<>());
        }
        env.execute();
        return Marks.rates(System.nanoTime());
    }

    private StreamExecutionEnvironment environment() {
        Configuration settings =
                Configuration.fromMap(
                        Map.of(
                                "state.backend.type", "rocksdb",
                                "state.backend.rocksdb.use-bloom-filter", "true",
                                "execution.checkpointing.interval", "10 s",
                                "execution.checkpointing.incremental", "true",
                                "execution.checkpointing.dir", "file://" + folder + "/checkpoints",
                                "pipeline.object-reuse", "true",
                                "execution.buffer-timeout.interval", "5 ms",
                                "taskmanager.memory.managed.size", "512m",
                                "io.tmp.dirs", folder));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, settings);
        env.setMaxParallelism(720);
        return env;
    }

    private void ledger(
            StreamExecutionEnvironment env, SingleOutputStreamOperator<AudienceEvent> decoded) {
        LedgerControl activations =
                LedgerControl.of(new ActivationSet(Scene.activations(audiences)));
        decoded.map(LedgerInput::of)
                .returns(LedgerInput.class)
                .keyBy(LedgerInput::bucket, Types.INT)
                .connect(
                        LedgerFunction.broadcast(
                                env.fromData(TypeInformation.of(LedgerControl.class), activations)))
                .process(new LedgerFunction(List.of(Scene.instance()), Scene.settings()))
                .sinkTo(new DiscardingSink<>());
    }

    private void print(Marks.Rates nothing, Marks.Rates ledger) {
        System.out.printf(
                "%n%-38s %12s %12s %8s%n", "messages a second", "null job", "ledger", "ratio");
        row("exports of " + audiences + " memberships, all news", nothing.first(), ledger.first());
        row("events of one, 95 % repeats", nothing.later(), ledger.later());
    }

    private static void row(String what, double nothing, double ledger) {
        double percent = 100 * ledger / nothing;
        System.out.printf(
                Locale.ROOT, "%-38s %,12.0f %,12.0f %7.0f%%%n", what, nothing, ledger, percent);
    }
}
