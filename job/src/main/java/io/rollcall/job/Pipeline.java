package io.rollcall.job;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.rollcall.activation.ActivationSet;
import io.rollcall.call.Call;
import io.rollcall.call.CallerFunction;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.DeadLetter;
import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.DecodeFunction;
import io.rollcall.ledger.LedgerControl;
import io.rollcall.ledger.LedgerFunction;
import io.rollcall.ledger.LedgerInput;
import io.rollcall.report.Report;
import io.rollcall.schedule.SchedulerFunction;
import io.rollcall.schedule.SchedulerInput;
import io.rollcall.sweep.SweepFunction;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The picture of the README as a graph. Where records come from and go to is handed in, so that a
 * test can run it without Kafka. A uid, once released, never changes: state is found by it.
 */
public final class Pipeline {

    /** As many subtasks as the ledger may ever have; a number with many divisors. */
    static final int LEDGER_MAX_PARALLELISM = 720;

    /** Never full: the scheduler releases at most ten calls an instance at a time. */
    private static final int CALLS_IN_FLIGHT = 1_000;

    private final StreamExecutionEnvironment env;
    private final Inputs inputs;
    private final Outputs outputs;
    private final Rules rules;

    public Pipeline(StreamExecutionEnvironment env, Inputs inputs, Outputs outputs, Rules rules) {
        this.env = env;
        this.inputs = inputs;
        this.outputs = outputs;
        this.rules = rules;
    }

    public void build() {
        List<SingleOutputStreamOperator<AudienceEvent>> decoded =
                inputs.events().stream().map(this::decoded).toList();
        DataStream<ActivationSet> activations =
                source(inputs.activations(), "activations", ActivationSet.class).setParallelism(1);
        DataStream<Report> reportsForLedger =
                source(inputs.reportsForLedger(), "reports-ledger", Report.class).setParallelism(1);
        DataStream<Report> reportsForScheduler =
                source(inputs.reportsForScheduler(), "reports-scheduler", Report.class)
                        .setParallelism(1);

        DataStream<LedgerControl> controls = controls(activations, reportsForLedger);
        SingleOutputStreamOperator<Wish> wishes =
                ledger(ledgerInputs(decoded, reportsForLedger, sweep(controls)), controls);
        SingleOutputStreamOperator<Call> calls =
                scheduler(schedulerInputs(wishes, reportsForScheduler, activations));
        DataStream<Report> reports = calls.getSideOutput(SchedulerFunction.REPORTS);
        DataStream<Report> ends = caller(calls);

        // One writer: announcements and ends keep their order.
        sink(reports.union(ends), outputs.reports(), "reports").setParallelism(1);
        sink(wishes.getSideOutput(LedgerFunction.OUTCOMES), outputs.outcomes(), "outcomes");
        sink(
                wishes.getSideOutput(LedgerFunction.MEMBERSHIPS),
                outputs.memberships(),
                "memberships");
        sink(deadLetters(decoded), outputs.deadLetters(), "dead-letters");
    }

    private SingleOutputStreamOperator<AudienceEvent> decoded(Inputs.Events events) {
        return named(
                source(events.source(), "events-" + events.topic(), RawEvent.class)
                        .process(new DecodeFunction(events.format(), events.decoder()))
                        .returns(AudienceEvent.class),
                "decode-" + events.topic(),
                "bytes to events; what cannot be read goes to the dead letters");
    }

    private static DataStream<DeadLetter> deadLetters(
            List<SingleOutputStreamOperator<AudienceEvent>> decoded) {
        return union(
                decoded.stream()
                        .<DataStream<DeadLetter>>map(
                                d -> d.getSideOutput(DecodeFunction.DEAD_LETTERS))
                        .toList());
    }

    /** What every subtask of the ledger has to know: activations, and which lists were read. */
    private static DataStream<LedgerControl> controls(
            DataStream<ActivationSet> activations, DataStream<Report> reports) {
        DataStream<LedgerControl> sets =
                named(
                        activations.map(LedgerControl::of).returns(LedgerControl.class),
                        "activations-ledger",
                        "activations, to every subtask of the ledger");
        DataStream<LedgerControl> reads =
                named(
                        reports.filter(report -> report.kind() == Report.Kind.LIST_READ)
                                .uid("list-reads-only")
                                .name("list-reads-only")
                                .map(LedgerControl::of)
                                .returns(LedgerControl.class),
                        "list-reads",
                        "lists that were read, to every subtask of the ledger");
        return sets.union(reads);
    }

    private DataStream<LedgerInput> sweep(DataStream<LedgerControl> controls) {
        SingleOutputStreamOperator<Integer> buckets =
                named(
                        controls.keyBy(any -> 0, Types.INT)
                                .process(new SweepFunction(rules.sweep()))
                                .returns(Types.INT),
                        "sweep",
                        "walks all buckets: slowly for ever, fast after a change");
        buckets.setParallelism(1).setMaxParallelism(1);
        return named(
                        buckets.map(LedgerInput::sweep).returns(LedgerInput.class),
                        "sweep-ledger",
                        "buckets to be judged anew")
                .setParallelism(1);
    }

    private DataStream<LedgerInput> ledgerInputs(
            List<SingleOutputStreamOperator<AudienceEvent>> decoded,
            DataStream<Report> reports,
            DataStream<LedgerInput> sweep) {
        List<DataStream<LedgerInput>> all = new ArrayList<>();
        for (int i = 0; i < decoded.size(); i++) {
            all.add(
                    named(
                            decoded.get(i).map(LedgerInput::of).returns(LedgerInput.class),
                            "people-" + inputs.events().get(i).topic(),
                            "events, to the buckets of their people"));
        }
        all.add(
                named(
                        reports.<LedgerInput>flatMap(
                                        (report, out) -> LedgerInput.split(report, out::collect))
                                .returns(LedgerInput.class),
                        "reports-split",
                        "reports by person, to the buckets"));
        all.add(sweep);
        return union(all);
    }

    private SingleOutputStreamOperator<Wish> ledger(
            DataStream<LedgerInput> in, DataStream<LedgerControl> controls) {
        return named(
                        in.keyBy(LedgerInput::bucket, Types.INT)
                                .connect(LedgerFunction.broadcast(controls))
                                .process(new LedgerFunction(rules.instances(), rules.ledger()))
                                .returns(Wish.class),
                        "ledger",
                        "desired and reported, person by person; where they differ, a wish")
                .setMaxParallelism(LEDGER_MAX_PARALLELISM);
    }

    private DataStream<SchedulerInput> schedulerInputs(
            DataStream<Wish> wishes, DataStream<Report> reports, DataStream<ActivationSet> sets) {
        SchedulerInputs everyInstance = new SchedulerInputs(rules.instances());
        DataStream<SchedulerInput> byWish =
                named(
                        wishes.map(SchedulerInput::of).returns(SchedulerInput.class),
                        "wishes",
                        "wishes, to the scheduler of their instance");
        DataStream<SchedulerInput> byReport =
                named(
                                reports.map(SchedulerInput::of).returns(SchedulerInput.class),
                                "reports-instances",
                                "reports, to the scheduler of their instance")
                        .setParallelism(1);
        DataStream<SchedulerInput> byActivation =
                named(
                                sets.flatMap(everyInstance),
                                "activations-scheduler",
                                "activations, to the scheduler of their instance")
                        .setParallelism(1);
        return byWish.union(byReport, byActivation);
    }

    private SingleOutputStreamOperator<Call> scheduler(DataStream<SchedulerInput> in) {
        SingleOutputStreamOperator<Call> calls =
                named(
                        in.keyBy(SchedulerInput::instance, Types.STRING)
                                .process(
                                        new SchedulerFunction(rules.instances(), rules.scheduler()))
                                .returns(Call.class),
                        "scheduler",
                        "gathers wishes into calls; keeps every limit of the instance");
        calls.setParallelism(1).setMaxParallelism(1);
        return calls;
    }

    private DataStream<Report> caller(DataStream<Call> calls) {
        SingleOutputStreamOperator<Report> ends =
                named(
                        AsyncDataStream.unorderedWait(
                                        calls,
                                        new CallerFunction(rules.instances()),
                                        CallerFunction.TIMEOUT.toMillis(),
                                        MILLISECONDS,
                                        CALLS_IN_FLIGHT)
                                .returns(Report.class),
                        "caller",
                        "one HTTP exchange a call; however it ends is a report");
        ends.setParallelism(1).setMaxParallelism(1);
        return ends;
    }

    private <T> DataStreamSource<T> source(Source<T, ?, ?> source, String uid, Class<T> type) {
        DataStreamSource<T> stream =
                env.fromSource(
                        source, WatermarkStrategy.noWatermarks(), uid, TypeInformation.of(type));
        stream.uid(uid);
        return stream;
    }

    private static <T> DataStreamSink<T> sink(DataStream<T> stream, Sink<T> sink, String uid) {
        return stream.sinkTo(sink).uid(uid).name(uid);
    }

    private static <T> SingleOutputStreamOperator<T> named(
            SingleOutputStreamOperator<T> operator, String uid, String description) {
        return operator.uid(uid).name(uid).setDescription(uid + ": " + description);
    }

    private static <T> DataStream<T> union(List<DataStream<T>> streams) {
        return streams.stream().reduce((one, other) -> one.union(other)).orElseThrow();
    }
}
