package io.rollcall.schedule;

import io.rollcall.call.Call;
import io.rollcall.metric.Metrics;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks and reads the clock through the context of the input that is being handled. */
final class SchedulerVoice implements SchedulerOutput, InstantSource {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulerVoice.class);

    private final Metrics<SchedulerMetric> metrics;
    private final PauseBoard board;
    private final HoldBoard holds;
    private KeyedProcessFunction<String, SchedulerInput, Call>.Context context;
    private Collector<Call> calls;

    SchedulerVoice(Metrics<SchedulerMetric> metrics) {
        this.metrics = metrics;
        this.board = new PauseBoard(metrics);
        this.holds = new HoldBoard(metrics);
    }

    void with(
            KeyedProcessFunction<String, SchedulerInput, Call>.Context newContext,
            Collector<Call> newCalls) {
        context = newContext;
        calls = newCalls;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return context.timerService().currentProcessingTime();
    }

    @Override
    public void report(Report report) {
        context.output(SchedulerFunction.REPORTS, report);
    }

    @Override
    public void release(Call call) {
        calls.collect(call);
        if (!call.members().isEmpty()) {
            metrics.record(SchedulerMetric.BATCH_SIZE, call.members().size(), call.kind().name());
        }
    }

    @Override
    public void outcome(Outcome outcome) {
        context.output(SchedulerFunction.OUTCOMES, outcome);
        if (outcome.status() == Outcome.Status.HELD) {
            LOG.warn("Instance {}: held: {}", outcome.instance(), outcome.reason());
        } else {
            LOG.info("Instance {}: {}", outcome.instance(), outcome.reason());
        }
    }

    @Override
    public void count(SchedulerMetric what, long by) {
        metrics.add(what, by);
    }

    @Override
    public void held(String instance, Map<String, String> held) {
        holds.show(instance, held);
    }

    @Override
    public void pauses(String instance, Map<String, Pause> pauses) {
        board.show(instance, pauses, millis());
    }
}
