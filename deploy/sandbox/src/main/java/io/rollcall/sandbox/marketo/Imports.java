package io.rollcall.sandbox.marketo;

/** The bulk imports of a subscription: queued as they come. */
public final class Imports extends BulkJobs<Import> {
    private static final long FIRST = 1001;

    private final Subscription subscription;
    private volatile ImportPace pace = ImportPace.DEFAULT;
    private long nextId = FIRST;

    Imports(Subscription subscription) {
        super("Import with batchId", subscription.clock());
        this.subscription = subscription;
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
        if (isFull()) {
            throw new Refusal("1016", "Too many imports");
        }
        Import job = new Import(nextId++, order, subscription.clock().millis());
        keep(job);
        workInTurn(new ImportRun(subscription, job, order));
        return job;
    }

    private void checkFree(StaticList list) throws Refusal {
        boolean imported =
                all().stream()
                        .filter(Import::isOpen)
                        .anyMatch(job -> Long.valueOf(list.id()).equals(job.listId()));
        if (imported || list.importing()) {
            throw new Refusal("1019", "Import in progress");
        }
    }

    /** Refused with 1013 if there is none, or none any more. */
    public Import known(long batchId) throws Refusal {
        return known(Long.toString(batchId));
    }
}
