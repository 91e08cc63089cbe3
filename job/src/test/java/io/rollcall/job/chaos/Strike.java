package io.rollcall.job.chaos;

import io.rollcall.sandbox.marketo.Subscription;
import java.util.function.BooleanSupplier;

/**
 * One trouble, from when it struck to when the job was well again: for the stack when a checkpoint
 * begun after it was complete, for Marketo when a call went well after the trouble had ended.
 */
final class Strike {

    /** A call of which nothing was heard may run so long, and is made again after that. */
    private static final long AFTERMATH_MS = 90_000;

    final Havoc havoc;
    final long at = System.currentTimeMillis();

    /** Where a call must go well; null where a checkpoint must complete. */
    final Subscription marketo;

    private final BooleanSupplier over;
    private final BooleanSupplier met;
    private long overAt;
    private long wellAt;

    Strike(Havoc havoc, Subscription marketo, BooleanSupplier over) {
        this(havoc, marketo, over, () -> true);
    }

    /**
     * @param met whether the job has met it: a fault lies in wait for a call
     */
    Strike(Havoc havoc, Subscription marketo, BooleanSupplier over, BooleanSupplier met) {
        this.havoc = havoc;
        this.marketo = marketo;
        this.over = over;
        this.met = met;
    }

    boolean wasMet() {
        return met.getAsBoolean();
    }

    /** Looks whether it has ended since. */
    void look(long checkpointBegun, long checkpointDone) {
        if (overAt == 0 && over.getAsBoolean()) {
            overAt = marketo == null ? at : System.currentTimeMillis();
        }
        if (overAt != 0 && wellAt == 0) {
            wellAt = marketo == null ? done(checkpointBegun, checkpointDone) : wentWell();
        }
    }

    private long done(long begun, long done) {
        return begun > overAt ? done : 0;
    }

    private long wentWell() {
        return marketo.calls().latest(50).stream()
                .filter(call -> call.ok() && call.arrivedAt() > overAt)
                .mapToLong(call -> call.arrivedAt() + call.durationMillis())
                .min()
                .orElse(0);
    }

    boolean isWell() {
        return wellAt != 0;
    }

    /** From the end of the trouble on; a process that dies is one that has ended. */
    long recoveryMs() {
        return isWell() ? wellAt - overAt : 0;
    }

    /** Whether it may be the cause of what happened then. */
    boolean covers(long time) {
        return time >= at && (!isWell() || time <= wellAt + AFTERMATH_MS);
    }
}
