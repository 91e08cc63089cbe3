package io.rollcall.schedule;

import io.rollcall.activation.Limits;

/**
 * How many calls of REST and requests of ingestion what waits now will take, and when the last of
 * them will have gone, as of {@code madeAt} (epoch ms both), if nothing else comes and nothing is
 * refused. For people to see: nothing is decided by it.
 */
record Forecast(long calls, long requests, long doneAt, long madeAt) {

    /** What a request of ingestion is reckoned to take. */
    private static final long REQUEST_MS = 1_000;

    static Forecast of(Desk desk) {
        Backlog backlog = Backlog.of(desk);
        long rest = Math.max(spent(desk, backlog.calls), created(desk, backlog.creations));
        return new Forecast(
                backlog.calls,
                backlog.requests,
                Math.max(rest, ingested(desk, backlog)),
                desk.now());
    }

    long secondsFrom(long now) {
        return calls + requests == 0 ? 0 : Math.max(0, doneAt - now) / 1_000;
    }

    /** When the last of so many calls may go: some a day, and of those some in 20 seconds. */
    private static long spent(Desk desk, long calls) {
        Limits limits = desk.instance.limits();
        long eachDay = limits.callsForAdditions();
        long today = Math.min(Figures.left(desk.book, limits), eachDay);
        long days = days(calls, today, eachDay);
        return begin(desk, days)
                + onLastDay(calls, today, eachDay)
                        * SchedulerSettings.WINDOW_MS
                        / limits.callsPer20s();
    }

    /** When the last of so many people may be created. */
    private static long created(Desk desk, long creations) {
        long today = Math.max(0, desk.importQueues.mayCreate());
        return begin(desk, days(creations, today, desk.instance.limits().createsPerDay()));
    }

    /** When the last of them may be sent to the other API: some a day, a few requests at a time. */
    private static long ingested(Desk desk, Backlog backlog) {
        long today = Math.max(0, new Room(desk).leftToIngest());
        long eachDay = desk.instance.limits().ingestionPerDay();
        long last = onLastDay(backlog.ingested, today, eachDay);
        long share = backlog.ingested == 0 ? 0 : backlog.requests * last / backlog.ingested;
        return begin(desk, days(backlog.ingested, today, eachDay))
                + share * REQUEST_MS / SchedulerSettings.INGESTING_AT_ONCE;
    }

    /** How many midnights pass before the last of them. */
    private static long days(long all, long today, long eachDay) {
        return all <= today ? 0 : Shares.of(all - today, eachDay);
    }

    private static long onLastDay(long all, long today, long eachDay) {
        long days = days(all, today, eachDay);
        return days == 0 ? all : all - today - (days - 1) * eachDay;
    }

    private static long begin(Desk desk, long days) {
        return days == 0 ? desk.now() : Day.startOf(Day.of(desk.now()) + days);
    }
}
