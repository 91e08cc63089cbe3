package io.rollcall.sweep;

import io.rollcall.ledger.LedgerControl;
import io.rollcall.metric.Metrics;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The sweep as an operator: one constant key, for its timers and state; emits bucket numbers. */
public final class SweepFunction extends KeyedProcessFunction<Integer, LedgerControl, Integer> {

    private static final long TICK_MS = 100;

    private final SweepSettings settings;
    private transient ValueState<Sweep> sweep;

    /** The newest of each matter, to tell a change from a repetition. */
    private transient MapState<String, LedgerControl> heard;

    /** How far the export after a change is; 100 when there is none. */
    private transient volatile int exported;

    private transient volatile int toured;

    public SweepFunction(SweepSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        exported = 100;
        var metrics = new Metrics<>(getRuntimeContext().getMetricGroup(), SweepMetric.class);
        metrics.show(SweepMetric.EXPORTED_PERCENT, () -> exported);
        metrics.show(SweepMetric.TOUR_PERCENT, () -> toured);
        sweep =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "sweep", TypeInformation.of(Sweep.class)));
        heard =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "heard",
                                        Types.STRING,
                                        TypeInformation.of(LedgerControl.class)));
    }

    @Override
    public void processElement(LedgerControl control, Context context, Collector<Integer> out)
            throws Exception {
        long now = context.timerService().currentProcessingTime();
        Sweep current = sweep.value();
        if (current == null) {
            current = Sweep.begin(now);
            sweep.update(current);
            context.timerService().registerProcessingTimeTimer(now + TICK_MS);
        }
        if (isNew(control)) {
            sweep.update(current.changed(now, settings));
            exported = 0;
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Integer> out)
            throws Exception {
        long now = context.timerService().currentProcessingTime();
        Sweep walked = sweep.value().tick(now, settings, out::collect);
        sweep.update(walked);
        exported = walked.exportedPercent();
        toured = walked.slow().percent();
        context.timerService().registerProcessingTimeTimer(now + TICK_MS);
    }

    private boolean isNew(LedgerControl control) throws Exception {
        String matter = control.matter();
        if (Objects.equals(heard.get(matter), control)) {
            return false;
        }
        heard.put(matter, control);
        return true;
    }
}
