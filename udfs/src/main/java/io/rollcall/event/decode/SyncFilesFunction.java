package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.DeadLetter;
import io.rollcall.event.RawEvent;
import io.rollcall.metric.Metrics;
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
 * Decodes the files of Audience Manager, at parallelism 1 and in the chain of their source: rows
 * and the marker behind them then reach each bucket in order.
 */
public final class SyncFilesFunction extends ProcessFunction<RawEvent, AudienceEvent>
        implements CheckpointedFunction {

    private static final ListStateDescriptor<Transfers.Seen> SEEN =
            new ListStateDescriptor<>("seen", TypeInformation.of(Transfers.Seen.class));
    private static final ListStateDescriptor<Transfers.Expected> EXPECTED =
            new ListStateDescriptor<>("expected", TypeInformation.of(Transfers.Expected.class));

    private final SyncFiles files;
    private transient ListState<Transfers.Seen> seen;
    private transient ListState<Transfers.Expected> expected;
    private transient Metrics<DecodeMetric> metrics;
    private transient Refusals refusals;

    public SyncFilesFunction(AudienceManagerOptions options, DecoderOptions decoding) {
        this.files = new SyncFiles(options, decoding);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        files.open();
        seen = context.getOperatorStateStore().getListState(SEEN);
        expected = context.getOperatorStateStore().getListState(EXPECTED);
        seen.get().forEach(files.transfers()::restore);
        expected.get().forEach(files.transfers()::restore);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        seen.update(files.transfers().seen());
        expected.update(files.transfers().expected());
    }

    @Override
    public void open(OpenContext context) {
        metrics = new Metrics<>(getRuntimeContext().getMetricGroup(), DecodeMetric.class);
        refusals = new Refusals(metrics);
    }

    @Override
    public void processElement(RawEvent raw, Context context, Collector<AudienceEvent> out) {
        Decoded decoded = files.decode(raw, context.timerService().currentProcessingTime());
        decoded.events().forEach(out::collect);
        metrics.add(DecodeMetric.MESSAGES, 1);
        metrics.add(DecodeMetric.EVENTS, decoded.events().size());
        for (DeadLetter letter : decoded.deadLetters(raw, Decoders.AUDIENCE_MANAGER)) {
            refusals.count(letter.reason());
            context.output(DecodeFunction.DEAD_LETTERS, letter);
        }
    }
}
