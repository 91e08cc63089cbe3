package io.rollcall.schedule;

import io.rollcall.activation.Limits;
import io.rollcall.wish.Lane;
import java.util.List;

/** How it stands with one instance at one moment, for people to see. */
record Figures(
        int openCalls,
        int mayRunCalls,
        int permitsFree,
        int callsToday,
        int callsLeft,
        int callsByOthers,
        int createdToday,
        int ingestedToday,
        long loopLagMillis,
        Forecast forecast,
        List<Waiting> queues) {

    /** Removals that wait longer are overdue: a flush and a call take a second. */
    private static final long OVERDUE_MS = 60_000;

    /** One queue, or several that differ in tries only; {@code oldestAt} in epoch ms. */
    record Waiting(Lane lane, String work, int wishes, long oldestAt) {

        /** Both of the same lane and work. */
        Waiting and(Waiting other) {
            return new Waiting(
                    lane, work, wishes + other.wishes, Math.min(oldestAt, other.oldestAt));
        }
    }

    static Figures of(Desk desk, Forecast forecast) {
        Book book = desk.book;
        int open = 0;
        int suspected = 0;
        long lag = desk.loopLag;
        for (OpenCall call : desk.calls.all()) {
            boolean over = call.state == OpenCall.State.MAY_RUN;
            suspected += over ? 1 : 0;
            open += over || !call.kind.isRequest() ? 0 : 1;
            if (call.state == OpenCall.State.ANNOUNCED && call.isOf(desk.run)) {
                lag = Math.max(lag, desk.now() - call.announcedAt);
            }
        }
        return new Figures(
                open,
                suspected,
                new Room(desk).permitsFree(),
                book.callsToday,
                left(book, desk.instance.limits()),
                Math.max(0, book.totalToday - book.callsToday),
                book.createdToday,
                book.ingestedToday,
                lag,
                forecast,
                desk.queues.all().stream()
                        .filter(queue -> queue.live > 0)
                        .map(queue -> of(desk, queue))
                        .toList());
    }

    private static Waiting of(Desk desk, Queue queue) {
        return new Waiting(queue.key.lane(), desk.work(queue.key), queue.live, queue.oldestAt);
    }

    static int left(Book book, Limits limits) {
        int everybody = Math.max(book.callsToday, book.totalToday);
        return Math.max(
                0,
                Math.min(limits.callsPerDay() - book.callsToday, limits.callsForUs() - everybody));
    }

    int removalsOverdue(long now) {
        return queues.stream()
                .filter(queue -> queue.lane().isLeaving() && now - queue.oldestAt() > OVERDUE_MS)
                .mapToInt(Waiting::wishes)
                .sum();
    }
}
