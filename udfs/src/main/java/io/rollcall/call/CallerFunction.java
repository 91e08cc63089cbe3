package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.metric.Metrics;
import io.rollcall.report.Report;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * The caller as an operator. It keeps no state; it is a {@code CheckpointedFunction} only because
 * that tells it, before {@code open()} and before calls in flight are replayed, which checkpoint it
 * was restored from.
 */
public final class CallerFunction extends RichAsyncFunction<Call, Report>
        implements CheckpointedFunction {

    /** For the operator: above the longest call (120 s) with a token to be fetched first (30 s). */
    public static final Duration TIMEOUT = Duration.ofSeconds(180);

    /** Opens the way to the network where the job runs. */
    public interface Network extends Serializable {
        Exchange open();
    }

    private final ArrayList<Instance> instances;
    private final Network network;
    private long checkpoint;
    private transient Caller caller;
    private transient CallerMetrics metrics;

    public CallerFunction(List<Instance> instances, Network network) {
        this.instances = new ArrayList<>(instances);
        this.network = network;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        checkpoint = context.getRestoredCheckpointId().orElse(0);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // Calls in flight are kept by the operator.
    }

    @Override
    public void open(OpenContext context) {
        caller = new Caller(instances, checkpoint, network.open(), Clock.systemUTC());
        metrics =
                new CallerMetrics(
                        new Metrics<>(getRuntimeContext().getMetricGroup(), CallerMetric.class));
        instances.forEach(instance -> metrics.watch(instance, caller));
    }

    @Override
    public void asyncInvoke(Call call, ResultFuture<Report> result) {
        long begun = System.nanoTime();
        caller.call(call).thenAccept(report -> complete(result, report, begun));
    }

    @Override
    public void timeout(Call call, ResultFuture<Report> result) {
        complete(result, caller.timedOut(call), System.nanoTime() - TIMEOUT.toNanos());
    }

    @Override
    public void close() {
        if (caller != null) {
            caller.close();
        }
    }

    private void complete(ResultFuture<Report> result, Report report, long begun) {
        metrics.ended(report, (System.nanoTime() - begun) / 1_000_000);
        try {
            result.complete(List.of(report));
        } catch (RejectedExecutionException taskIsGone) {
            metrics.lost(report);
        }
    }
}
