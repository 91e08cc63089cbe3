package io.rollcall.sandbox.marketo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The bulk extracts of a subscription: first in, first out, two at a time. */
public final class Exports {
    /** Documented: at most so many in the queue, those in work included. */
    public static final int MOST = 10;

    private static final int AT_ONCE = 2;
    private static final long VALID_MILLIS = Duration.ofDays(7).toMillis();
    private static final int[] GROUPS = {8, 4, 4, 4, 12};

    private final Subscription subscription;
    private final Map<String, Export> byId = new LinkedHashMap<>();
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(
                    AT_ONCE,
                    AT_ONCE,
                    1,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Exports::daemon);
    private volatile ExportPace pace = ExportPace.DEFAULT;

    Exports(Subscription subscription) {
        this.subscription = subscription;
        workers.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox-export");
        thread.setDaemon(true);
        return thread;
    }

    public ExportPace pace() {
        return pace;
    }

    public void pace(ExportPace newPace) {
        pace = newPace;
    }

    /** Refused with 1035 without the filter, and with 1029 when the day's bytes are used up. */
    public synchronized Export create(long list, List<String> fields) throws Refusal {
        if (!pace.staticLists()) {
            throw unsupportedFilter();
        }
        subscription.lists().known(list);
        checkDay();
        byId.values().removeIf(job -> !isValid(job));
        Export job = new Export(id(), list, fields, subscription.clock().millis());
        byId.put(job.id(), job);
        return job;
    }

    public static Refusal unsupportedFilter() {
        return new Refusal("1035", "Unsupported filter type for target subscription");
    }

    private String id() {
        StringBuilder id = new StringBuilder();
        for (int digits : GROUPS) {
            id.append(id.isEmpty() ? "" : "-").append(subscription.chance().hex(digits));
        }
        return id.toString();
    }

    public synchronized Export queue(String id) throws Refusal {
        Export job = known(id);
        if (job.status() != Export.Status.CREATED) {
            throw new Refusal("1029", "Job already queued");
        }
        checkDay();
        if (byId.values().stream().filter(Export::isOpen).count() >= MOST) {
            throw new Refusal("1029", "Too many jobs in queue");
        }
        job.queue(subscription.clock().millis());
        workers.execute(new ExportRun(subscription, job));
        return job;
    }

    /** Exports that were finished today count with all of their file. */
    private void checkDay() throws Refusal {
        LocalDate today = subscription.clock().today();
        long bytes =
                byId.values().stream()
                        .filter(job -> job.status() == Export.Status.COMPLETED)
                        .filter(job -> day(job).equals(today))
                        .mapToLong(job -> job.file().length)
                        .sum();
        if (bytes >= pace.bytesPerDay()) {
            throw new Refusal("1029", "Export daily quota exceeded");
        }
    }

    private static LocalDate day(Export job) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(job.finishedAt()), ShiftedClock.CENTRAL);
    }

    /** Refused with 1013 if there is none, or none any more: files are kept for seven days. */
    public synchronized Export known(String id) throws Refusal {
        Export job = byId.get(id);
        if (job == null || !isValid(job)) {
            throw new Refusal("1013", "Export with exportId '" + id + "' not found");
        }
        return job;
    }

    private boolean isValid(Export job) {
        return subscription.clock().millis() - job.createdAt() < VALID_MILLIS;
    }

    /** Oldest first. */
    public synchronized List<Export> all() {
        return List.copyOf(byId.values());
    }

    public int count(Export.Status status) {
        return (int) all().stream().filter(job -> job.status() == status).count();
    }
}
