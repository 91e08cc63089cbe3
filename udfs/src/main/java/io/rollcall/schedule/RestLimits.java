package io.rollcall.schedule;

import io.rollcall.marketo.Reaction;
import java.time.Duration;

/** What a call beyond REST's limits means for the calls after it. */
final class RestLimits implements BeyondLimit {

    /**
     * So long after our midnight a used-up quota may still be yesterday's: Marketo's clock, and the
     * moment when it begins to count anew, are not ours, and the next midnight is a day away.
     */
    private static final long LATE_RESET = Duration.ofHours(1).toMillis();

    private final Desk desk;
    private final Pauses pauses;
    private final LoweredLimits lowered;

    RestLimits(Desk desk, Pauses pauses, LoweredLimits lowered) {
        this.desk = desk;
        this.pauses = pauses;
        this.lowered = lowered;
    }

    @Override
    public boolean pauses(Reaction reaction, String code, OpenCall call) {
        return switch (reaction) {
            case COOL_DOWN -> {
                lowered.fewerPermits(call);
                yield pauses(SchedulerSettings.WINDOW_MS, code, call);
            }
            case FEWER_IN_FLIGHT -> {
                lowered.fewerInFlight(call);
                yield pauses(pauses.jittered(Pauses.FIRST), code, call);
            }
            default -> isOfToday(call) && pauses(untilReset(), code, call);
        };
    }

    private boolean pauses(long wait, String code, OpenCall call) {
        pauses.pause(Book.EVERYTHING, wait, code, call);
        return true;
    }

    private boolean isOfToday(OpenCall call) {
        return Day.of(call.releasedAt - LATE_RESET) == Day.of(desk.now());
    }

    private long untilReset() {
        long now = desk.now();
        return Day.endOf(Day.of(now)) - now + pauses.jittered(Pauses.FIRST);
    }
}
