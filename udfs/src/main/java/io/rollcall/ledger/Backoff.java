package io.rollcall.ledger;

import java.time.Duration;

/** Waits that double and end at a cap; saturating, so that no number of tries overflows. */
public final class Backoff {

    private static final int MAX_DOUBLINGS = 30;

    private Backoff() {}

    /** {@code first} for no tries yet, in ms. */
    public static long doubling(Duration first, Duration max, int tries) {
        long wait = first.toMillis();
        for (int i = 0; i < Math.min(tries, MAX_DOUBLINGS) && wait < max.toMillis(); i++) {
            wait *= 2;
        }
        return Math.min(wait, max.toMillis());
    }
}
