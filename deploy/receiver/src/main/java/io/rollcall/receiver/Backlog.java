package io.rollcall.receiver;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that were taken in and are not yet in Kafka: more than so many are refused for now. */
final class Backlog {

    private final long most;
    private final AtomicLong bytes = new AtomicLong();

    Backlog(long most) {
        this.most = most;
    }

    /** Whether there is room; if so, leave it when done. */
    boolean enter(long size) {
        if (bytes.addAndGet(size) > most) {
            leave(size);
            return false;
        }
        return true;
    }

    void leave(long size) {
        bytes.addAndGet(-size);
    }

    long bytes() {
        return bytes.get();
    }
}
