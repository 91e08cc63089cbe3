package io.rollcall.sandbox.marketo;

import java.util.List;

/**
 * One bulk extract of the leads on a static list, and how far it is. Times in epoch ms, 0: none.
 */
public final class Export {

    /** As the API names them. */
    public enum Status {
        CREATED("Created"),
        QUEUED("Queued"),
        PROCESSING("Processing"),
        CANCELED("Canceled"),
        COMPLETED("Completed"),
        FAILED("Failed");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final String id;
    private final long list;
    private final List<String> fields;
    private final long createdAt;
    private volatile long queuedAt;
    private volatile long startedAt;
    private volatile long finishedAt;
    private volatile Status last = Status.CREATED;
    private volatile byte[] file = {};
    private volatile int rows;

    Export(String id, long list, List<String> fields, long createdAt) {
        this.id = id;
        this.list = list;
        this.fields = fields;
        this.createdAt = createdAt;
    }

    public String id() {
        return id;
    }

    public long list() {
        return list;
    }

    List<String> fields() {
        return fields;
    }

    public long createdAt() {
        return createdAt;
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

    public Status status() {
        return last;
    }

    /** What its status said when that was last brought up to date. */
    public Status shown(long now, long everyMillis) {
        Status really = last;
        if (queuedAt == 0 || really == Status.CANCELED || everyMillis == 0) {
            return really;
        }
        long told = queuedAt + (now - queuedAt) / everyMillis * everyMillis;
        if (finishedAt != 0 && finishedAt <= told) {
            return really;
        }
        return startedAt != 0 && startedAt <= told ? Status.PROCESSING : Status.QUEUED;
    }

    /** In the queue, or in work. */
    public boolean isOpen() {
        return last == Status.QUEUED || last == Status.PROCESSING;
    }

    void queue(long now) {
        queuedAt = now;
        last = Status.QUEUED;
    }

    /** False when it was canceled in the queue. */
    synchronized boolean begin(long now) {
        if (last != Status.QUEUED) {
            return false;
        }
        startedAt = now;
        last = Status.PROCESSING;
        return true;
    }

    synchronized void complete(byte[] all, int howMany, long now) {
        if (last == Status.PROCESSING) {
            file = all;
            rows = howMany;
            finishedAt = now;
            last = Status.COMPLETED;
        }
    }

    synchronized void fail(long now) {
        finishedAt = now;
        last = Status.FAILED;
    }

    public synchronized void cancel() {
        if (last != Status.COMPLETED && last != Status.FAILED) {
            last = Status.CANCELED;
        }
    }
}
