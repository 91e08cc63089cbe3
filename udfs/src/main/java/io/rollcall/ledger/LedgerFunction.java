package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.metric.Metrics;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The ledger, keyed by bucket; {@link LedgerOperator} runs it. It is a {@code CheckpointedFunction}
 * only because that shows it the broadcast state before the first input, so that it judges nobody
 * by an empty plan.
 */
public final class LedgerFunction
        extends KeyedBroadcastProcessFunction<Integer, LedgerInput, LedgerControl, Wish>
        implements CheckpointedFunction {

    public static final OutputTag<Outcome> OUTCOMES =
            new OutputTag<>("outcomes", TypeInformation.of(Outcome.class));

    public static final OutputTag<MembershipFact> MEMBERSHIPS =
            new OutputTag<>("memberships", TypeInformation.of(MembershipFact.class));

    /** From the ledger to itself, by way of the reports topic. */
    public static final OutputTag<Report> NOTES =
            new OutputTag<>("notes", TypeInformation.of(Report.class));

    /** Bytes that we own: one compact, versioned row a person. */
    static final MapStateDescriptor<String, byte[]> ROWS =
            new MapStateDescriptor<>(
                    "rows", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private final ArrayList<Instance> instances;
    private final LedgerSettings settings;
    private transient PlanState planState;
    private transient Plan plan;
    private transient ForgetKey forgetKey;
    private transient LedgerVoice voice;
    private transient StateRows rows;
    private transient Ledger ledger;
    private transient boolean spared;
    private transient Metrics<LedgerMetric> metrics;
    private transient KeyContext keys;

    LedgerFunction(List<Instance> instances, LedgerSettings settings) {
        this.instances = new ArrayList<>(instances);
        this.settings = settings;
    }

    /** Before it is opened: who turns it to another bucket of a bundle. */
    void turnedBy(KeyContext newKeys) {
        keys = newKeys;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        plan = new Plan(instances);
        planState = new PlanState(plan);
        forgetKey = ForgetKeyState.open(settings, context.getOperatorStateStore());
        planState.restore(context.getOperatorStateStore().getBroadcastState(PlanState.DESCRIPTOR));
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // All of it is Flink's.
    }

    @Override
    public void open(OpenContext context) {
        metrics = new Metrics<>(getRuntimeContext().getMetricGroup(), LedgerMetric.class);
        voice = new LedgerVoice(metrics);
        rows = new StateRows(getRuntimeContext().getMapState(ROWS), keys);
        ledger = new Ledger(plan, settings, voice, voice, forgetKey);
    }

    @Override
    public void processElement(LedgerInput input, ReadOnlyContext context, Collector<Wish> out) {
        voice.with(context, out);
        if (!spared) {
            spared = true;
            plan.spareStrangers(voice.millis() + settings.strangersWait().toMillis());
        }
        ledger.take(input, rows);
        if (input.kind() == LedgerInput.Kind.SWEEP) {
            metrics.add(LedgerMetric.BUCKETS_SWEPT, 1);
            metrics.add(LedgerMetric.ROWS_SWEPT, rows.walked());
        }
    }

    @Override
    public void processBroadcastElement(LedgerControl control, Context context, Collector<Wish> out)
            throws Exception {
        planState.take(control, context.getBroadcastState(PlanState.DESCRIPTOR));
        if (control.kind() == LedgerControl.Kind.LIST_READ) {
            long wait = settings.strangersWait().toMillis();
            plan.spareStrangers(control.read(), context.currentProcessingTime() + wait);
        }
    }
}
