package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.DeadLetter;
import io.rollcall.event.RawEvent;
import io.rollcall.metric.Metrics;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Decodes snapshots, at parallelism 1 and in the chain of their source: rows and the marker behind
 * them then reach each bucket in order.
 */
public final class SnapshotFunction extends ProcessFunction<RawEvent, AudienceEvent>
        implements CheckpointedFunction {

    private static final ListStateDescriptor<SnapshotGate.Progress> PROGRESS =
            new ListStateDescriptor<>("progress", TypeInformation.of(SnapshotGate.Progress.class));

    private final CsvOptions csv;
    private final Decoder decoder;
    private transient SnapshotGate gate;
    private transient ListState<SnapshotGate.Progress> kept;
    private transient Metrics<DecodeMetric> metrics;
    private transient Refusals refusals;

    public SnapshotFunction(CsvOptions csv, Decoder decoder) {
        this.csv = csv;
        this.decoder = decoder;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        gate = new SnapshotGate(csv);
        kept = context.getOperatorStateStore().getListState(PROGRESS);
        kept.get().forEach(gate::restore);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        kept.update(List.of(gate.progress()));
    }

    @Override
    public void open(OpenContext context) {
        metrics = new Metrics<>(getRuntimeContext().getMetricGroup(), DecodeMetric.class);
        refusals = new Refusals(metrics);
    }

    @Override
    public void processElement(RawEvent raw, Context context, Collector<AudienceEvent> out) {
        metrics.add(DecodeMetric.MESSAGES, 1);
        boolean ends = raw.part() != RawEvent.Part.PIECE;
        if (gate.isStale(raw)) {
            if (ends) {
                refuse(raw, gate.staleness(), context);
            }
            return;
        }
        if (raw.part() != RawEvent.Part.END) {
            rows(raw, context, out);
        }
        if (ends) {
            end(raw, context, out);
        }
    }

    private void rows(RawEvent raw, Context context, Collector<AudienceEvent> out) {
        Decoded decoded = decoder.decode(raw, context.timerService().currentProcessingTime());
        gate.passed(decoded);
        decoded.events().forEach(out::collect);
        metrics.add(DecodeMetric.EVENTS, decoded.events().size());
        decoded.deadLetters(raw, "csv-snapshot").forEach(letter -> refuse(letter, context));
    }

    private void end(RawEvent raw, Context context, Collector<AudienceEvent> out) {
        String reason = gate.end(raw);
        if (reason == null) {
            out.collect(gate.marker(raw));
        } else {
            refuse(raw, reason, context);
        }
    }

    private void refuse(RawEvent raw, String reason, Context context) {
        refuse(new DeadLetter(raw.value(), raw.origin(), reason, "csv-snapshot"), context);
    }

    private void refuse(DeadLetter letter, Context context) {
        refusals.count(letter.reason());
        context.output(DecodeFunction.DEAD_LETTERS, letter);
    }
}
