package io.rollcall.job.dataverse;

import java.time.Duration;

/**
 * How long a table waits for its next page: after each trouble longer than after the one before.
 */
final class Patience {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 9;

    private long notBefore;
    private int failures;
    private int restarts;

    /** Epoch ms. */
    long notBefore() {
        return notBefore;
    }

    void until(long time) {
        notBefore = time;
    }

    /** A page came. */
    void answered() {
        failures = 0;
    }

    /** All changes are read. */
    void caughtUp() {
        restarts = 0;
    }

    /** No page came. */
    void failed(Reply reply, long now) {
        notBefore =
                switch (reply.trouble()) {
                    case BUSY -> whenAsked(reply, now);
                    case TOKEN -> failures == 0 ? now : later(now, failures);
                    case GONE, REFUSED, FAILED -> later(now, failures + 1);
                };
        failures++;
    }

    /** No page came, and all is read anew. */
    void restarted(long now) {
        failures++;
        restarts++;
        notBefore = later(now, restarts);
    }

    private long whenAsked(Reply reply, long now) {
        return reply.retryAfter() == 0
                ? later(now, failures + 1)
                : now + Math.min(reply.retryAfter() * 1_000, LONGEST_PAUSE.toMillis());
    }

    private static long later(long now, int times) {
        long wait = 1_000L << Math.min(times - 1, DOUBLINGS);
        return now + Math.min(wait, LONGEST_WAIT.toMillis());
    }
}
