package io.rollcall.sandbox.marketo;

import java.util.List;

/**
 * One bulk extract of the leads on a static list, and how far it is. Times in epoch ms, 0: none.
 */
public final class Export extends BulkJob<Export.Status> {

    /** As the API names them. */
    public enum Status implements BulkStatus {
        CREATED,
        QUEUED,
        PROCESSING,
        CANCELED,
        COMPLETED,
        FAILED;

        @Override
        public boolean isOpen() {
            return this == QUEUED || this == PROCESSING;
        }
    }

    private final long list;
    private final List<String> fields;
    private volatile long queuedAt;
    private volatile long startedAt;
    private volatile long finishedAt;
    private volatile byte[] file = {};
    private volatile int rows;

    Export(String id, long list, List<String> fields, long createdAt) {
        super(id, createdAt, Status.CREATED);
        this.list = list;
        this.fields = fields;
    }

    public long list() {
        return list;
    }

    List<String> fields() {
        return fields;
    }

    public long queuedAt() {
        return queuedAt;
    }

    public long startedAt() {
        return startedAt;
    }

    public long finishedAt() {
        return finishedAt;
    }

    /** Documented to be there only when all of it is written. */
    public byte[] file() {
        return file;
    }

    public int rows() {
        return rows;
    }

    /** What its status said when that was last brought up to date. */
    public Status shown(long now, long everyMillis) {
        Status really = status();
        if (queuedAt == 0 || really == Status.CANCELED || everyMillis == 0) {
            return really;
        }
        long told = queuedAt + (now - queuedAt) / everyMillis * everyMillis;
        if (finishedAt != 0 && finishedAt < told) {
            return really;
        }
        return startedAt != 0 && startedAt < told ? Status.PROCESSING : Status.QUEUED;
    }

    void queue(long now) {
        queuedAt = now;
        become(Status.QUEUED);
    }

    /** False when it was canceled in the queue. */
    synchronized boolean begin(long now) {
        if (status() != Status.QUEUED) {
            return false;
        }
        startedAt = now;
        become(Status.PROCESSING);
        return true;
    }

    synchronized void complete(byte[] all, int howMany, long now) {
        if (status() == Status.PROCESSING) {
            file = all;
            rows = howMany;
            finishedAt = now;
            become(Status.COMPLETED);
        }
    }

    synchronized void fail(long now) {
        finishedAt = now;
        become(Status.FAILED);
    }

    public synchronized void cancel() {
        if (status() != Status.COMPLETED && status() != Status.FAILED) {
            become(Status.CANCELED);
        }
    }
}
