package io.rollcall.job.bench;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A cluster of two slots on which one job runs at a time, each from where the last one ended. */
final class Course implements AutoCloseable {

    static final int PARALLELISM = 2;
    private static final Duration STUCK = Duration.ofMinutes(1);

    private final Path folder;
    private final MiniCluster flink;

    Course(Path folder, String managedMemory) throws Exception {
        this.folder = folder;
        Configuration cluster = new Configuration();
        cluster.setString("taskmanager.memory.managed.size", managedMemory);
        cluster.setString("taskmanager.network.memory.buffer-debloat.enabled", "true");
        cluster.setString("io.tmp.dirs", folder.resolve("tmp").toString());
        cluster.setString("rest.bind-port", "0");
        this.flink =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(cluster)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(PARALLELISM)
                                .build());
        flink.start();
    }

    /**
     * How a run went: assertions a second, microseconds of a core for each, how long the job took
     * to start, its checkpoints while it worked (ms), and where it left its state.
     */
    record Lap(double rate, double cost, Duration start, List<Long> checkpoints, String checkpoint)
            implements Serializable {}

    /** {@code atRest} runs when all is done and nothing more comes, before the job is ended. */
    Lap run(
            Configuration settings,
            String from,
            long total,
            Consumer<StreamExecutionEnvironment> job,
            Runnable atRest)
            throws Exception {
        Tally.reset();
        long submitted = System.nanoTime();
        JobID id = flink.submitJob(graph(settings, from, job)).get().getJobID();
        await(() -> runs(id));
        Duration start = Duration.ofNanos(System.nanoTime() - submitted);
        // The first half warms all caches, and at the very end one subtask waits for the other.
        Tally.Mark first = markAt(id, total / 2);
        Tally.Mark last = markAt(id, total - total / 20);
        markAt(id, total);
        List<Long> checkpoints = checkpoints(id);
        atRest.run();
        // The last thing before the end: the next regular one would make it void.
        String checkpoint = checkpoint(id);
        flink.cancelJob(id).get();
        await(() -> flink.getJobStatus(id).get().isGloballyTerminalState());
        return new Lap(
                first.rateUntil(last), first.costUntil(last), start, checkpoints, checkpoint);
    }

    /** A source that is about to end declines; once it has ended it is not asked. */
    private String checkpoint(JobID id) throws Exception {
        long until = System.nanoTime() + STUCK.toNanos();
        while (true) {
            try {
                return flink.triggerCheckpoint(id).get();
            } catch (ExecutionException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
        }
    }

    private StreamGraph graph(
            Configuration settings, String from, Consumer<StreamExecutionEnvironment> job) {
        Configuration all = new Configuration(settings);
        all.setString("execution.checkpointing.dir", folder.resolve("checkpoints").toUri() + "");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(all);
        env.setParallelism(PARALLELISM);
        job.accept(env);
        StreamGraph graph = env.getStreamGraph();
        if (from != null) {
            graph.setSavepointRestoreSettings(
                    SavepointRestoreSettings.forPath(from, true, RecoveryClaimMode.CLAIM));
        }
        return graph;
    }

    private Tally.Mark markAt(JobID id, long count) throws Exception {
        long before = -1;
        long moved = System.nanoTime();
        while (Tally.count() < count) {
            Thread.sleep(5);
            if (Tally.count() != before) {
                before = Tally.count();
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > STUCK.toNanos()) {
                throw stuck(id, before + " of " + count);
            }
        }
        return Tally.Mark.now();
    }

    private IllegalStateException stuck(JobID id, String where) throws Exception {
        ErrorInfo failure = flink.getExecutionGraph(id).get().getFailureInfo();
        return new IllegalStateException(
                "the job is %s at %s".formatted(flink.getJobStatus(id).get(), where),
                failure == null ? null : failure.getException());
    }

    /** A task runs once it has restored its state; at first there is none at all. */
    private boolean runs(JobID id) throws Exception {
        AccessExecutionGraph graph = flink.getExecutionGraph(id).get();
        List<ExecutionState> states =
                StreamSupport.stream(graph.getAllExecutionVertices().spliterator(), false)
                        .map(AccessExecutionVertex::getExecutionState)
                        .toList();
        return !states.isEmpty() && states.stream().allMatch(ExecutionState.RUNNING::equals);
    }

    /** The first one after a restore is left out: it may have to copy what it restored from. */
    private List<Long> checkpoints(JobID id) throws Exception {
        List<Long> millis = new ArrayList<>();
        var history = flink.getExecutionGraph(id).get().getCheckpointStatsSnapshot().getHistory();
        for (AbstractCheckpointStats checkpoint : history.getCheckpoints()) {
            if (checkpoint.getStatus().isCompleted()) {
                millis.add(0, checkpoint.getEndToEndDuration());
            }
        }
        return List.copyOf(millis.subList(Math.min(1, millis.size()), millis.size()));
    }

    /** By hand: the script that runs this has the job's jars, not those of the tests. */
    private static void await(Callable<Boolean> condition) throws Exception {
        for (long until = System.nanoTime() + STUCK.toNanos(); !condition.call(); ) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the cluster does not move");
            }
            Thread.sleep(5);
        }
    }

    /** What the state of the job takes on disk, right after a checkpoint has flushed it. */
    long compactedBytes() {
        return Compaction.bytes(folder.resolve("tmp"));
    }

    @Override
    public void close() {
        flink.closeAsync().orTimeout(60, TimeUnit.SECONDS).join();
    }
}
