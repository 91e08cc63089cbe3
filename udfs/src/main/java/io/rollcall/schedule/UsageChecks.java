package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.report.Usage;
import java.time.Duration;
import java.util.List;

/**
 * Asks Marketo a few times an hour how many calls it has counted today, ours and everybody's: other
 * integrations share the quota, and a restart without state has forgotten its own calls.
 */
final class UsageChecks {

    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final String TARGET = "0";

    private final Desk desk;
    private final Pace pace;

    /** Not in state: a start asks at once. */
    private long askedAt;

    UsageChecks(Desk desk, Pace pace) {
        this.desk = desk;
        this.pace = pace;
    }

    /** Idle instances are not asked: only what is about to be sent needs the figure. */
    boolean due() {
        return desk.now() - askedAt >= EVERY.toMillis()
                && !desk.queues.all().isEmpty()
                && !desk.isPaused(CallKind.USAGE, TARGET)
                && pace.withinDay(desk.book, desk.calls.announced(), false);
    }

    OpenCall call() {
        askedAt = desk.now();
        return new OpenCall(desk.newId(), desk.run, CallKind.USAGE, 0, List.of());
    }

    /** The larger figure holds: Marketo's lags behind, ours forgets. Yesterday's is over. */
    static void heard(Usage usage, OpenCall call, Book book) {
        if (usage != null && Day.of(call.announcedAt) == book.day) {
            book.callsToday = (int) Math.max(book.callsToday, usage.own());
            book.totalToday = (int) Math.max(book.totalToday, usage.total());
        }
    }
}
