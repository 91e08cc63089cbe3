package io.rollcall.sandbox.marketo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The bulk imports of a subscription: first in, first out, two at a time. */
public final class Imports {
    /** Documented: at most so many in the queue, those in work included. */
    public static final int MOST = 10;

    private static final int AT_ONCE = 2;
    private static final long VALID_MILLIS = Duration.ofDays(7).toMillis();
    private static final long FIRST = 1001;

    private final Subscription subscription;
    private final Map<Long, Import> byId = new LinkedHashMap<>();
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(
                    AT_ONCE,
                    AT_ONCE,
                    1,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Imports::daemon);
    private volatile ImportPace pace = ImportPace.DEFAULT;
    private long nextId = FIRST;

    Imports(Subscription subscription) {
        this.subscription = subscription;
        // Subscriptions are never closed: an idle one is to hold no threads.
        workers.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox-import");
        thread.setDaemon(true);
        return thread;
    }

    public ImportPace pace() {
        return pace;
    }

    /** Holds for imports that run already, too. */
    public void pace(ImportPace newPace) {
        pace = newPace;
    }

    /** Queues it, or refuses it: 1013 for a list that is gone, 1019, 1016. */
    public synchronized Import add(ImportOrder order) throws Refusal {
        if (order.list() != null) {
            checkFree(subscription.lists().known(order.list().id()));
        }
        if (byId.values().stream().filter(Import::isOpen).count() >= MOST) {
            throw new Refusal("1016", "Too many imports");
        }
        byId.values().removeIf(job -> !job.isOpen() && !isValid(job));
        Import job = new Import(nextId++, order, subscription.clock().millis());
        byId.put(job.batchId(), job);
        workers.execute(new ImportRun(subscription, job, order));
        return job;
    }

    private void checkFree(StaticList list) throws Refusal {
        boolean imported =
                byId.values().stream()
                        .filter(Import::isOpen)
                        .anyMatch(job -> Long.valueOf(list.id()).equals(job.listId()));
        if (imported || list.importing()) {
            throw new Refusal("1019", "Import in progress");
        }
    }

    /**
     * Refused with 1013 if there is none, or none any more: that code is documented for whatever is
     * got by an id, and batch ids hold for seven days.
     */
    public synchronized Import known(long batchId) throws Refusal {
        Import job = byId.get(batchId);
        if (job == null || !isValid(job)) {
            throw new Refusal("1013", "Import with batchId '" + batchId + "' not found");
        }
        return job;
    }

    private boolean isValid(Import job) {
        return subscription.clock().millis() - job.queuedAt() < VALID_MILLIS;
    }

    /** Oldest first. */
    public synchronized List<Import> all() {
        return List.copyOf(byId.values());
    }

    public int count(Import.Status status) {
        return (int) all().stream().filter(job -> job.status() == status).count();
    }
}
