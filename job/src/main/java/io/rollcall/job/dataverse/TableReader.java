package io.rollcall.job.dataverse;

import io.rollcall.event.RawEvent;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.MetricGroup;

/**
 * Reads the tables side by side. Pages are fetched on the client's threads and handed over through
 * a queue; the task's thread never waits, so that checkpoints pass whatever Dataverse does.
 */
final class TableReader implements SourceReader<RawEvent, TableSplit> {

    /** Asks for a page, of a full reading or of changes. */
    interface Pages extends AutoCloseable {
        CompletableFuture<Reply> page(String link, boolean readsAll);

        @Override
        void close();
    }

    private final TableSyncs tables;
    private final Pages pages;
    private final MetricGroup metrics;
    private final Clock clock;
    private final Map<String, TableSync> syncs = new LinkedHashMap<>();
    private final Map<String, TableMeter> meters = new LinkedHashMap<>();
    private final Queue<Runnable> replies = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService alarm =
            Executors.newSingleThreadScheduledExecutor(TableReader::daemon);
    private volatile CompletableFuture<Void> available = new CompletableFuture<>();
    private ScheduledFuture<?> wake;

    TableReader(TableSyncs tables, Pages pages, MetricGroup metrics, Clock clock) {
        this.tables = tables;
        this.pages = pages;
        this.metrics = metrics;
        this.clock = clock;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "rollcall-dataverse-alarm");
        thread.setDaemon(true);
        return thread;
    }

    /** Tables that the configuration no longer names are let go. */
    @Override
    public void addSplits(List<TableSplit> splits) {
        for (TableSplit split : splits) {
            if (tables.reads(split.table())) {
                syncs.put(split.table(), tables.of(split));
                meters.computeIfAbsent(split.table(), table -> new TableMeter(table, metrics));
            }
        }
        available.complete(null);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<RawEvent> output) {
        if (available.isDone()) {
            available = new CompletableFuture<>();
        }
        for (Runnable reply = replies.poll(); reply != null; reply = replies.poll()) {
            reply.run();
        }
        for (TableSync sync : syncs.values()) {
            RawEvent event = sync.next(clock.millis());
            if (event != null) {
                output.collect(event);
                return InputStatus.MORE_AVAILABLE;
            }
        }
        askForWhatIsDue();
        return InputStatus.NOTHING_AVAILABLE;
    }

    private void askForWhatIsDue() {
        long now = clock.millis();
        long next = Long.MAX_VALUE;
        for (Map.Entry<String, TableSync> entry : syncs.entrySet()) {
            if (entry.getValue().dueAt() <= now) {
                ask(entry.getKey(), entry.getValue(), now);
            }
            next = Math.min(next, entry.getValue().dueAt());
        }
        wakeAt(next, now);
    }

    private void ask(String table, TableSync sync, long now) {
        boolean all = sync.readsAll();
        pages.page(sync.ask(now), all)
                .thenAccept(
                        reply -> {
                            replies.add(() -> take(table, sync, reply));
                            available.complete(null);
                        });
    }

    private void take(String table, TableSync sync, Reply reply) {
        long now = clock.millis();
        meters.get(table).took(reply, sync, now);
        sync.take(reply, now);
    }

    private void wakeAt(long time, long now) {
        if (wake != null) {
            wake.cancel(false);
        }
        if (time < Long.MAX_VALUE) {
            // The future of now: a later one has its own alarm.
            CompletableFuture<Void> awaited = available;
            wake =
                    alarm.schedule(
                            () -> awaited.complete(null),
                            Math.max(1, time - now),
                            TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public List<TableSplit> snapshotState(long checkpointId) {
        return syncs.values().stream().map(TableSync::split).toList();
    }

    @Override
    public void start() {}

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {
        alarm.shutdownNow();
        pages.close();
    }
}
