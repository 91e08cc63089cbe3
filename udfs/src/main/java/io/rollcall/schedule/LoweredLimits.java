package io.rollcall.schedule;

import java.time.Duration;

/** Limits below the configured ones after a 606 or a 615; they come back step by step. */
final class LoweredLimits {

    private static final long RECOVERY = Duration.ofMinutes(1).toMillis();
    private static final int FEWEST_PERMITS = 5;

    private final Desk desk;

    LoweredLimits(Desk desk) {
        this.desk = desk;
    }

    void fewerPermits(OpenCall refused) {
        if (sentSinceLowered(refused)) {
            int now = desk.book.permitsLimit;
            int limit = now == 0 ? desk.instance.limits().callsPer20s() : now;
            desk.book.permitsLimit = Math.max(Math.min(limit, FEWEST_PERMITS), limit / 2);
            desk.book.limitsLoweredAt = desk.now();
        }
    }

    void fewerInFlight(OpenCall refused) {
        if (sentSinceLowered(refused)) {
            int now = desk.book.inFlightLimit;
            int limit = now == 0 ? desk.instance.limits().maxInFlight() : now;
            desk.book.inFlightLimit = Math.max(1, limit - 1);
            desk.book.limitsLoweredAt = desk.now();
        }
    }

    /** Five refusals of one moment are one. */
    private boolean sentSinceLowered(OpenCall call) {
        return call.releasedAt > desk.book.limitsLoweredAt;
    }

    /** Whether a step back up was due. */
    boolean raise() {
        Book book = desk.book;
        boolean lowered = book.permitsLimit != 0 || book.inFlightLimit != 0;
        if (!lowered || desk.now() - book.limitsLoweredAt < RECOVERY) {
            return false;
        }
        book.limitsLoweredAt = desk.now();
        book.permitsLimit =
                raised(book.permitsLimit, FEWEST_PERMITS, desk.instance.limits().callsPer20s());
        book.inFlightLimit = raised(book.inFlightLimit, 1, desk.instance.limits().maxInFlight());
        return true;
    }

    private static int raised(int lowered, int step, int configured) {
        return lowered == 0 || lowered + step >= configured ? 0 : lowered + step;
    }
}
