package io.rollcall.job;

import static io.rollcall.job.Graph.named;
import static io.rollcall.job.Graph.only;
import static io.rollcall.job.Graph.single;
import static io.rollcall.job.Graph.sink;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.rollcall.activation.ActivationSet;
import io.rollcall.call.Call;
import io.rollcall.call.CallerFunction;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.DecodeFunction;
import io.rollcall.job.activations.RosterFunction;
import io.rollcall.job.dataverse.NoticeFunction;
import io.rollcall.ledger.BundleOperator;
import io.rollcall.ledger.LedgerControl;
import io.rollcall.ledger.LedgerFunction;
import io.rollcall.ledger.LedgerInput;
import io.rollcall.ledger.LedgerInputType;
import io.rollcall.ledger.LedgerOperator;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import io.rollcall.schedule.SchedulerFunction;
import io.rollcall.schedule.SchedulerInput;
import io.rollcall.sweep.SweepFunction;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The picture of the README as a graph. Where records come from and go to is handed in, so that a
 * test can run it without Kafka. A uid, once released, never changes: state is found by it.
 */
public final class Pipeline {

    /** Never full: the scheduler releases at most ten calls an instance at a time. */
    private static final int CALLS_IN_FLIGHT = 1_000;

    private final Graph graph;
    private final Inputs inputs;
    private final Outputs outputs;
    private final Rules rules;
    private final List<DataStream<Outcome>> notices = new ArrayList<>();

    public Pipeline(StreamExecutionEnvironment env, Inputs inputs, Outputs outputs, Rules rules) {
        this.graph = new Graph(env);
        this.inputs = inputs;
        this.outputs = outputs;
        this.rules = rules;
    }

    public void build() {
        List<SingleOutputStreamOperator<AudienceEvent>> events =
                inputs.events().stream().map(this::decoded).toList();
        SingleOutputStreamOperator<ActivationSet> activations = activations();
        DataStream<Report> reports =
                graph.source(
                                inputs.reportsForLedger(),
                                "reports-ledger",
                                Report.class,
                                "what became of calls, read back for the ledger")
                        .setParallelism(1);

        DataStream<LedgerControl> controls = controls(activations, reports);
        DataStream<LedgerInput> people =
                union(Stream.of(events(events), split(reports), sweep(controls)));
        SingleOutputStreamOperator<Wish> wishes = ledger(people, controls);
        SingleOutputStreamOperator<Call> calls = scheduler(wishes, activations);
        DataStream<Report> ends = caller(calls);

        // One writer: announcements and ends keep their order.
        sink(
                        calls.getSideOutput(SchedulerFunction.REPORTS)
                                .union(ends, wishes.getSideOutput(LedgerFunction.NOTES)),
                        outputs.reports(),
                        "reports",
                        "announcements and ends of calls, which are read back")
                .setParallelism(1);
        sink(
                union(
                        Stream.concat(
                                notices.stream(),
                                Stream.of(
                                        wishes.getSideOutput(LedgerFunction.OUTCOMES),
                                        activations.getSideOutput(RosterFunction.OUTCOMES),
                                        calls.getSideOutput(SchedulerFunction.OUTCOMES)))),
                outputs.outcomes(),
                "outcomes",
                "what became of every wish, as a history");
        sink(
                wishes.getSideOutput(LedgerFunction.MEMBERSHIPS),
                outputs.memberships(),
                "memberships",
                "what is desired and reported now, compacted");
        for (Outputs.Shares share : outputs.shares()) {
            sink(
                    wishes.getSideOutput(LedgerFunction.MEMBERSHIPS),
                    share.sink(),
                    share.name(),
                    share.holds());
        }
        sink(
                union(events.stream().map(e -> e.getSideOutput(DecodeFunction.DEAD_LETTERS))),
                outputs.deadLetters(),
                "dead-letters",
                "messages that could not be used, as they came");
    }

    private SingleOutputStreamOperator<ActivationSet> activations() {
        return only(
                graph.source(
                                inputs.activations(),
                                "activations",
                                ActivationSet.class,
                                "what to sync where, said again every few seconds")
                        .setParallelism(1)
                        .process(inputs.roster())
                        .returns(ActivationSet.class),
                "roster",
                "the activations of the YAML and those of a topic; refuses what is wrong");
    }

    private SingleOutputStreamOperator<AudienceEvent> decoded(Inputs.Events events) {
        DataStreamSource<RawEvent> source =
                graph.source(
                        events.source(),
                        "events-" + events.name(),
                        RawEvent.class,
                        "messages as they come");
        if (events.inOrder()) {
            source.setParallelism(1);
        }
        if (events.hasNotices()) {
            notices.add(
                    single(
                            source.flatMap(new NoticeFunction()).returns(Outcome.class),
                            "notices-" + events.name(),
                            "what the source has to say of itself"));
        }
        return inOrder(
                events,
                named(
                        source.process(events.decode()).returns(AudienceEvent.class),
                        "decode-" + events.name(),
                        "bytes to events; what cannot be read goes to the dead letters"));
    }

    /** Between operators of one parallelism the order stays, up to the buckets. */
    private static <T> SingleOutputStreamOperator<T> inOrder(
            Inputs.Events events, SingleOutputStreamOperator<T> operator) {
        return events.inOrder() ? operator.setParallelism(1) : operator;
    }

    private DataStream<LedgerInput> events(
            List<SingleOutputStreamOperator<AudienceEvent>> decoded) {
        Stream.Builder<DataStream<LedgerInput>> inBuckets = Stream.builder();
        for (int i = 0; i < decoded.size(); i++) {
            Inputs.Events events = inputs.events().get(i);
            inBuckets.add(
                    inOrder(
                            events,
                            named(
                                    decoded.get(i)
                                            .transform(
                                                    "people",
                                                    LedgerInputType.INSTANCE,
                                                    new BundleOperator()),
                                    "people-" + events.name(),
                                    "events in bundles, to the buckets of their people")));
        }
        return union(inBuckets.build());
    }

    private static DataStream<LedgerInput> split(DataStream<Report> reports) {
        return single(
                reports.<LedgerInput>flatMap(
                                (report, out) -> LedgerInput.split(report, out::collect))
                        .returns(LedgerInputType.INSTANCE),
                "reports-split",
                "reports by person, to their buckets");
    }

    private DataStream<LedgerInput> sweep(DataStream<LedgerControl> controls) {
        SingleOutputStreamOperator<Integer> buckets =
                only(
                        controls.keyBy(any -> 0, Types.INT)
                                .process(new SweepFunction(rules.sweep()))
                                .returns(Types.INT),
                        "sweep",
                        "walks all buckets: slowly for ever, fast after a change");
        return single(
                buckets.map(LedgerInput::sweep).returns(LedgerInputType.INSTANCE),
                "sweep-ledger",
                "buckets to be judged anew");
    }

    /** What every subtask of the ledger has to know: activations, and which lists were read. */
    private static DataStream<LedgerControl> controls(
            DataStream<ActivationSet> activations, DataStream<Report> reports) {
        DataStream<LedgerControl> sets =
                single(
                        activations.map(LedgerControl::of).returns(LedgerControl.class),
                        "activations-ledger",
                        "activations, to every subtask of the ledger");
        DataStream<LedgerControl> reads =
                single(
                        reports.<LedgerControl>flatMap(
                                        (report, out) ->
                                                LedgerControl.read(report).ifPresent(out::collect))
                                .returns(LedgerControl.class),
                        "list-reads",
                        "lists that were read, to every subtask of the ledger");
        return sets.union(reads);
    }

    private SingleOutputStreamOperator<Wish> ledger(
            DataStream<LedgerInput> people, DataStream<LedgerControl> controls) {
        return named(
                new LedgerOperator(rules.instances(), rules.ledger())
                        .on(people.keyBy(LedgerInput::bucket, Types.INT), controls),
                "ledger",
                "desired and reported, person by person; where they differ, a wish");
    }

    private SingleOutputStreamOperator<Call> scheduler(
            DataStream<Wish> wishes, DataStream<ActivationSet> activations) {
        DataStream<SchedulerInput> byWish =
                named(
                        wishes.map(SchedulerInput::of).returns(SchedulerInput.class),
                        "wishes",
                        "wishes, to the scheduler of their instance");
        DataStream<SchedulerInput> byReport =
                single(
                        graph.source(
                                        inputs.reportsForScheduler(),
                                        "reports-scheduler",
                                        Report.class,
                                        "the same, read back for the scheduler")
                                .setParallelism(1)
                                .map(SchedulerInput::of)
                                .returns(SchedulerInput.class),
                        "reports-instances",
                        "reports, to the scheduler of their instance");
        DataStream<SchedulerInput> byActivation =
                single(
                        activations.flatMap(new SchedulerInputs(rules.instances())),
                        "activations-scheduler",
                        "activations, to the scheduler of their instance");
        return only(
                byWish.union(byReport, byActivation)
                        .keyBy(SchedulerInput::instance, Types.STRING)
                        .process(new SchedulerFunction(rules.instances(), rules.scheduler()))
                        .returns(Call.class),
                "scheduler",
                "gathers wishes into calls; keeps every limit of the instance");
    }

    private DataStream<Report> caller(DataStream<Call> calls) {
        return only(
                AsyncDataStream.unorderedWait(
                                calls,
                                new CallerFunction(rules.instances(), rules.network()),
                                CallerFunction.TIMEOUT.toMillis(),
                                MILLISECONDS,
                                CALLS_IN_FLIGHT)
                        .returns(Report.class),
                "caller",
                "one HTTP exchange a call; however it ends is a report");
    }

    private static <T> DataStream<T> union(Stream<? extends DataStream<T>> streams) {
        return streams.<DataStream<T>>map(stream -> stream)
                .reduce((one, other) -> one.union(other))
                .orElseThrow();
    }
}
