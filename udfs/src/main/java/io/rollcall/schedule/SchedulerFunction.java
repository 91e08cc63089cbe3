package io.rollcall.schedule;

import io.rollcall.activation.Instance;
import io.rollcall.call.Call;
import io.rollcall.metric.Metrics;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The scheduler as an operator, keyed by instance, at parallelism 1. It is a {@code
 * CheckpointedFunction} only because that tells it which checkpoint it was restored from, which
 * names its run.
 */
public final class SchedulerFunction extends KeyedProcessFunction<String, SchedulerInput, Call>
        implements CheckpointedFunction {

    public static final OutputTag<Report> REPORTS =
            new OutputTag<>("reports", TypeInformation.of(Report.class));

    public static final OutputTag<Outcome> OUTCOMES =
            new OutputTag<>("set-up-outcomes", TypeInformation.of(Outcome.class));

    private final ArrayList<Instance> instances;
    private final SchedulerSettings settings;
    private transient long checkpoint;
    private transient Scheduler scheduler;
    private transient StateStore store;
    private transient SchedulerVoice voice;
    private transient InstanceBoard board;

    /**
     * The one timer of each instance (epoch ms). On the heap: a timer restored with the state rings
     * at once and finds nothing here, which is right, since a restart has work to do.
     */
    private transient Map<String, Long> pending;

    public SchedulerFunction(List<Instance> instances, SchedulerSettings settings) {
        this.instances = new ArrayList<>(instances);
        this.settings = settings;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        checkpoint = context.getRestoredCheckpointId().orElse(0);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // All of it is Flink's.
    }

    @Override
    public void open(OpenContext context) {
        SecureRandom random = new SecureRandom();
        String run = checkpoint + "-" + Long.toHexString(random.nextLong());
        Metrics<SchedulerMetric> metrics =
                new Metrics<>(getRuntimeContext().getMetricGroup(), SchedulerMetric.class);
        voice = new SchedulerVoice(metrics);
        board = new InstanceBoard(metrics, Clock.systemUTC());
        store = new StateStore(getRuntimeContext());
        scheduler = new Scheduler(instances, settings, run, voice, random);
        pending = new HashMap<>();
    }

    @Override
    public void processElement(SchedulerInput input, Context context, Collector<Call> out) {
        voice.with(context, out);
        wake(scheduler.take(input, store, voice), context);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Call> out) {
        voice.with(context, out);
        String instance = context.getCurrentKey();
        if (timestamp >= pending.getOrDefault(instance, Long.MAX_VALUE)) {
            pending.remove(instance);
        }
        wake(scheduler.tick(instance, store, voice), context);
    }

    private void show(String instance) {
        Instance of = scheduler.instance(instance);
        if (of != null && board.isDue(instance)) {
            board.show(of, scheduler.figures(instance, store, voice));
        }
    }

    /** Only an earlier wish to be woken replaces the pending one, so that timers never pile up. */
    private void wake(long at, Context context) {
        String instance = context.getCurrentKey();
        show(instance);
        Long before = pending.get(instance);
        if (at == Long.MAX_VALUE || before != null && before <= at) {
            return;
        }
        if (before != null) {
            context.timerService().deleteProcessingTimeTimer(before);
        }
        context.timerService().registerProcessingTimeTimer(at);
        pending.put(instance, at);
    }
}
