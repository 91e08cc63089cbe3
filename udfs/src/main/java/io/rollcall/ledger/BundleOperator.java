package io.rollcall.ledger;

import static org.apache.flink.runtime.state.KeyGroupRangeAssignment.assignToKeyGroup;

import io.rollcall.event.AudienceEvent;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sends events to the ledger in bundles. Not a function, since it holds events back: it has to let
 * go of them before a checkpoint's barrier, so that none is held in state.
 */
public final class BundleOperator extends AbstractStreamOperator<LedgerInput>
        implements OneInputStreamOperator<AudienceEvent, LedgerInput>, ProcessingTimeCallback {

    private static final long serialVersionUID = 1;

    /**
     * How long an event may wait for others: with a hundred thousand a second and subtask about
     * three meet, and where few come nobody notices.
     */
    static final long HELD_MS = 20;

    private transient Bundles bundles;
    private transient Counter sent;

    @Override
    public void open() throws Exception {
        super.open();
        sent = metrics.getIOMetricGroup().getNumRecordsOutCounter();
        int groups = LedgerOperator.MAX_PARALLELISM;
        bundles = new Bundles(groups, bucket -> assignToKeyGroup(bucket, groups), this::send);
    }

    /** Flink's figures are of events too. */
    private void send(LedgerInput bundle) {
        sent.inc(bundle.size() - 1);
        output.collect(new StreamRecord<>(bundle));
    }

    @Override
    public void processElement(StreamRecord<AudienceEvent> event) {
        boolean waited = bundles.isHolding();
        bundles.add(event.getValue());
        // A large one went alone: a timer for each would cost more than what it waits for.
        if (!waited && bundles.isHolding()) {
            processingTimeService.registerTimer(
                    processingTimeService.getCurrentProcessingTime() + HELD_MS, this);
        }
    }

    @Override
    public void onProcessingTime(long time) {
        bundles.sendAll();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        bundles.sendAll();
    }

    @Override
    public void finish() throws Exception {
        bundles.sendAll();
        super.finish();
    }
}
