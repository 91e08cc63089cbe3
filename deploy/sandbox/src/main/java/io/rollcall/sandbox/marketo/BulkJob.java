package io.rollcall.sandbox.marketo;

/** One bulk job: what it is called, since when it is there (epoch ms) and how far it is. */
public abstract class BulkJob<S extends BulkStatus> {
    private final String id;
    private final long createdAt;
    private volatile S status;

    BulkJob(String id, long createdAt, S first) {
        this.id = id;
        this.createdAt = createdAt;
        this.status = first;
    }

    public final String id() {
        return id;
    }

    public final long createdAt() {
        return createdAt;
    }

    public final S status() {
        return status;
    }

    public final boolean isOpen() {
        return status.isOpen();
    }

    /** Whoever sees the new status sees all that was written before it. */
    final void become(S next) {
        status = next;
    }
}
