package io.rollcall.job.bench;

import io.rollcall.ledger.LedgerControl;
import io.rollcall.ledger.LedgerFunction;
import io.rollcall.ledger.LedgerInput;
import io.rollcall.wish.Wish;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/** The ledger as it is, counted from outside. */
final class CountedLedger
        extends KeyedBroadcastProcessFunction<Integer, LedgerInput, LedgerControl, Wish>
        implements CheckpointedFunction {

    private final LedgerFunction ledger =
            new LedgerFunction(List.of(Scene.instance()), Scene.settings());

    private final int each;

    /** Every input counts for so many assertions. */
    CountedLedger(int each) {
        this.each = each;
    }

    static BroadcastStream<LedgerControl> broadcast(DataStream<LedgerControl> controls) {
        return LedgerFunction.broadcast(controls);
    }

    @Override
    public void setRuntimeContext(RuntimeContext context) {
        super.setRuntimeContext(context);
        ledger.setRuntimeContext(context);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        ledger.initializeState(context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        ledger.snapshotState(context);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        ledger.open(context);
    }

    @Override
    public void processElement(LedgerInput input, ReadOnlyContext context, Collector<Wish> out)
            throws Exception {
        ledger.processElement(input, context, out);
        Tally.add(each);
    }

    @Override
    public void processBroadcastElement(LedgerControl control, Context context, Collector<Wish> out)
            throws Exception {
        ledger.processBroadcastElement(control, context, out);
    }
}
