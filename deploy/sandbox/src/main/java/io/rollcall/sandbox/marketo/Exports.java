package io.rollcall.sandbox.marketo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The bulk extracts of a subscription: made first, queued when asked to. */
public final class Exports extends BulkJobs<Export> {
    private static final int[] GROUPS = {8, 4, 4, 4, 12};

    private final Subscription subscription;
    private volatile ExportPace pace = ExportPace.DEFAULT;

    Exports(Subscription subscription) {
        super("Export with exportId", subscription.clock());
        this.subscription = subscription;
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
        Export job = new Export(id(), list, fields, subscription.clock().millis());
        keep(job);
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
        if (isFull()) {
            throw new Refusal("1029", "Too many jobs in queue");
        }
        job.queue(subscription.clock().millis());
        workInTurn(new ExportRun(subscription, job));
        return job;
    }

    /** Exports that were finished today count with all of their file. */
    private void checkDay() throws Refusal {
        LocalDate today = subscription.clock().today();
        long bytes =
                all().stream()
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
}
