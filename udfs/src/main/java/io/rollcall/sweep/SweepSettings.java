package io.rollcall.sweep;

import java.io.Serializable;
import java.time.Duration;

/**
 * @param period how long a tour for ever takes
 * @param delay how long after a change its tour begins, so that every subtask has heard of it
 * @param fastTour how long that tour takes: short, but no flood of the ledger's inputs
 */
public record SweepSettings(Duration period, Duration delay, Duration fastTour)
        implements Serializable {

    public static SweepSettings every(Duration period) {
        Duration fast = Duration.ofSeconds(10);
        return new SweepSettings(
                period, Duration.ofSeconds(5), period.compareTo(fast) < 0 ? period : fast);
    }
}
