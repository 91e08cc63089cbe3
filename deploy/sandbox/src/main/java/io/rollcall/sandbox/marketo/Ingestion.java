package io.rollcall.sandbox.marketo;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What the Data Ingestion API has accepted and is yet to carry out; it counts by itself. */
public final class Ingestion {
    private static final long SECOND_MILLIS = 1_000;

    private final Subscription subscription;
    private final ArrayDeque<Long> requests = new ArrayDeque<>();
    private final ScheduledThreadPoolExecutor worker =
            new ScheduledThreadPoolExecutor(1, Ingestion::daemon);
    private volatile IngestionPace pace = IngestionPace.DEFAULT;
    private LocalDate day;
    private int objects;

    Ingestion(Subscription subscription) {
        this.subscription = subscription;
        // Subscriptions are never closed: an idle one is to hold no thread.
        worker.setKeepAliveTime(1, TimeUnit.SECONDS);
        worker.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox-ingestion");
        thread.setDaemon(true);
        return thread;
    }

    public IngestionPace pace() {
        return pace;
    }

    /** Holds for what is accepted from now on. */
    public void pace(IngestionPace newPace) {
        pace = newPace;
    }

    public synchronized int objectsToday() {
        return subscription.clock().today().equals(day) ? objects : 0;
    }

    /** Requests, each as often as it is yet to be carried out. */
    public int waiting() {
        return worker.getQueue().size();
    }

    /** Refused with 429001 or 4290801 beyond the limits; nobody is looked at before it is time. */
    public synchronized void accept(long list, List<Long> leads) throws Refusal {
        count(leads.size());
        later(pace.delayMillis(), list, leads);
        if (pace.againMillis() > 0) {
            later(pace.againMillis(), list, leads);
        }
    }

    private void count(int leads) throws Refusal {
        long now = subscription.clock().millis();
        requests.removeIf(at -> at <= now - SECOND_MILLIS);
        if (requests.size() >= pace.requestsPerSecond()) {
            throw new Refusal("429001", "Service usage limit reached");
        }
        objects = objectsToday();
        day = subscription.clock().today();
        if (objects + leads > pace.objectsPerDay()) {
            throw new Refusal("4290801", "Daily quota reached");
        }
        requests.add(now);
        objects += leads;
    }

    private void later(long millis, long list, List<Long> leads) {
        worker.schedule(() -> carryOut(list, leads), millis, TimeUnit.MILLISECONDS);
    }

    /** Nobody is told of a list or a lead that is gone. */
    private void carryOut(long id, List<Long> leads) {
        subscription
                .lists()
                .find(id)
                .ifPresent(
                        list ->
                                leads.stream()
                                        .filter(lead -> subscription.leads().get(lead).isPresent())
                                        .forEach(list::add));
    }
}
