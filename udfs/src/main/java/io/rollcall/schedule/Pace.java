package io.rollcall.schedule;

import io.rollcall.activation.Limits;
import io.rollcall.wish.Lane;

/**
 * Spreads the day's calls over the day: light load goes at once, and 300 lists cannot burn a day's
 * quota before noon.
 */
final class Pace {

    /** Up to this share of the pace a part-full batch waits no longer than the minimum. */
    private static final double EASY = 0.8;

    private final Limits limits;
    private final SchedulerSettings settings;

    /** How much of the day had passed when it was last asked for: all queues ask at one moment. */
    private double elapsed;

    private long lookedAt = Long.MIN_VALUE;

    Pace(Limits limits, SchedulerSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** Whether another call of this kind fits into the day beside those announced already. */
    boolean withinDay(Book book, int announced, boolean leaving) {
        int ours = book.callsToday + announced;
        if (leaving) {
            return ours < limits.callsPerDay();
        }
        int everybody = Math.max(book.callsToday, book.totalToday) + announced;
        return ours < Math.round(forAdditions()) && everybody < limits.callsForUs();
    }

    /** The rest is kept for who leaves: paced by all of it, additions would end before the day. */
    private double forAdditions() {
        return limits.callsPerDay() * (1 - limits.removalsShare());
    }

    /**
     * How long a part-full batch waits now, in ms; {@code Long.MAX_VALUE} while beyond the pace.
     * Who leaves never waits for that, but fills batches as others do: sent one by one, a day's
     * exits from 300 lists were seen to take all its calls long before it was over, and whoever
     * left later waited for midnight.
     */
    long wait(Book book, Lane lane, long now) {
        long min = settings.flushMinAge().toMillis();
        double use = use(book, now);
        if (lane == Lane.CONSENT || use <= EASY) {
            return min;
        }
        if (use >= 1 && !lane.isLeaving()) {
            return Long.MAX_VALUE;
        }
        double strain = Math.min(1, (use - EASY) / (1 - EASY));
        return min + (long) (strain * (settings.flushMaxAge().toMillis() - min));
    }

    private double use(Book book, long now) {
        if (now != lookedAt) {
            lookedAt = now;
            elapsed = Day.elapsed(now);
        }
        return book.callsToday / (forAdditions() * elapsed + settings.flushBurst());
    }
}
