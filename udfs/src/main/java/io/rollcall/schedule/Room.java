package io.rollcall.schedule;

import io.rollcall.activation.Limits;
import io.rollcall.report.CallKind;
import io.rollcall.schedule.OpenCall.State;
import io.rollcall.wish.Lane;

/**
 * Whether the limits leave room for one more call: credits for open ones, permits for the window.
 */
final class Room {

    /** One of so many permits is kept for what happens now, and one credit. */
    private static final int PERMITS_TO_ONE_KEPT = 5;

    private final Desk desk;

    Room(Desk desk) {
        this.desk = desk;
    }

    /**
     * 0 where there are a credit and a permit for this lane, else when time may bring one. Lower
     * lanes leave some over: a backfill would use all that there are, and who leaves now waited for
     * the rest of the window.
     */
    long at(Lane lane) {
        boolean live = lane.compareTo(Lane.ADDITIONS) <= 0;
        int credits = maxInFlight();
        int permits = maxPermits();
        if (desk.calls.size() >= (live ? credits : Math.max(1, credits - 1))) {
            return Long.MAX_VALUE;
        }
        int usable = live ? permits : permits - permits / PERMITS_TO_ONE_KEPT;
        return permitsTaken(desk.now()) < usable ? 0 : desk.book.permits.nextFreeAt();
    }

    /** The same for the Data Ingestion API: 0, or never by time alone. */
    long toIngest() {
        boolean room =
                desk.calls.ingesting() < SchedulerSettings.INGESTING_AT_ONCE && leftToIngest() > 0;
        return room ? 0 : Long.MAX_VALUE;
    }

    /** People whom the Data Ingestion API still takes today. */
    int leftToIngest() {
        int announced = 0;
        for (OpenCall call : desk.calls.all()) {
            boolean counts = call.kind == CallKind.INGEST && call.state == State.ANNOUNCED;
            announced += counts ? call.members.size() : 0;
        }
        return limits().ingestionPerDay() - desk.book.ingestedToday - announced;
    }

    /** How much of the window's permits is taken, from 0 to 1. */
    double windowUse() {
        return (double) permitsTaken(desk.now()) / maxPermits();
    }

    int permitsFree() {
        return Math.max(0, maxPermits() - permitsTaken(desk.now()));
    }

    private int maxInFlight() {
        int lowered = desk.book.inFlightLimit;
        return lowered == 0 ? limits().maxInFlight() : Math.min(lowered, limits().maxInFlight());
    }

    private int maxPermits() {
        int lowered = desk.book.permitsLimit;
        return lowered == 0 ? limits().callsPer20s() : Math.min(lowered, limits().callsPer20s());
    }

    private int permitsTaken(long now) {
        int open = 0;
        for (OpenCall call : desk.calls.all()) {
            open += call.state == OpenCall.State.MAY_RUN || !call.kind.isRest() ? 0 : 1;
        }
        return open + desk.book.permits.taken(now);
    }

    private Limits limits() {
        return desk.instance.limits();
    }
}
