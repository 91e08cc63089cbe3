package io.rollcall.sandbox.marketo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The bulk jobs of a subscription in one direction: first in, first out, two at a time. Their ids
 * hold for seven days.
 */
public abstract class BulkJobs<J extends BulkJob<?>> {
    /** Documented: at most so many in the queue, those in work included. */
    public static final int MOST = 10;

    private static final int AT_ONCE = 2;
    private static final long VALID_MILLIS = Duration.ofDays(7).toMillis();

    private final String name;
    private final ShiftedClock clock;
    private final Map<String, J> byId = new LinkedHashMap<>();
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(
                    AT_ONCE,
                    AT_ONCE,
                    1,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    BulkJobs::daemon);

    /** By a name such as "Import with batchId", which stands in refusals before an id. */
    BulkJobs(String name, ShiftedClock clock) {
        this.name = name;
        this.clock = clock;
        // Subscriptions are never closed: an idle one is to hold no threads.
        workers.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox-bulk");
        thread.setDaemon(true);
        return thread;
    }

    final synchronized void keep(J job) {
        byId.values().removeIf(old -> !old.isOpen() && !isValid(old));
        byId.put(job.id(), job);
    }

    final void workInTurn(Runnable work) {
        workers.execute(work);
    }

    final boolean isFull() {
        return all().stream().filter(BulkJob::isOpen).count() >= MOST;
    }

    /**
     * Refused with 1013 if there is none, or none any more: that code is documented for whatever is
     * got by an id.
     */
    public final synchronized J known(String id) throws Refusal {
        J job = byId.get(id);
        if (job == null || !isValid(job)) {
            throw new Refusal("1013", name + " '" + id + "' not found");
        }
        return job;
    }

    private boolean isValid(J job) {
        return clock.millis() - job.createdAt() < VALID_MILLIS;
    }

    /** Oldest first. */
    public final synchronized List<J> all() {
        return List.copyOf(byId.values());
    }

    public final int count(BulkStatus status) {
        return (int) all().stream().filter(job -> job.status() == status).count();
    }
}
