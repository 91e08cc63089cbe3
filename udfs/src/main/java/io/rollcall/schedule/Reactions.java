package io.rollcall.schedule;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.marketo.Reaction;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.time.Duration;

/**
 * What the end of a call means for the calls after it: pauses with an end and a reason, and lower
 * limits. Every answer that is not success waits longer than the one before, with jitter.
 */
final class Reactions {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PROBE = Duration.ofMinutes(5);
    private static final Duration LIST_GONE = Duration.ofHours(1);
    private static final Duration RECOVERY = Duration.ofMinutes(1);
    private static final int FEWEST_PERMITS = 5;

    /** A fresh token that is refused this often is not the token's fault. */
    private static final int TOKENS_IN_A_ROW = 3;

    /** The whole, and both its halves. */
    private static final int SPLITS_IN_A_ROW = 3;

    private final Desk desk;
    private int splitsInARow;

    Reactions(Desk desk) {
        this.desk = desk;
    }

    boolean halves(Report end) {
        return end.verdict() == Verdict.NOT_DONE
                && end.code() != null
                && ErrorTable.verdict(end.code(), ErrorLevel.RESPONSE).reaction() == Reaction.SPLIT;
    }

    void to(Report end, OpenCall call) {
        String work = work(call);
        if (end.verdict() == Verdict.DONE) {
            splitsInARow = 0;
            boolean wasPaused =
                    desk.book.pauses.remove(work) != null
                            | desk.book.pauses.remove(Book.EVERYTHING) != null;
            if (wasPaused) {
                desk.saveBook();
            }
        } else if (end.code() != null) {
            refused(end.code(), call, work);
            desk.saveBook();
        }
    }

    private static String work(OpenCall call) {
        return call.queue == null ? call.kind + "/" + call.list : QueueKey.parse(call.queue).work();
    }

    private void refused(String code, OpenCall call, String work) {
        switch (ErrorTable.verdict(code, ErrorLevel.RESPONSE).reaction()) {
            case NEW_TOKEN -> newToken(code);
            case ACCESS -> pause(call.list == 0 ? Book.EVERYTHING : work, PROBE, code);
            case COOL_DOWN -> coolDown(code);
            case FEWER_IN_FLIGHT -> fewer(code);
            case UNTIL_RESET -> untilReset(code);
            case LIST_GONE -> pause(work, LIST_GONE, code);
            case SPLIT -> split(work, code);
            default -> again(work, code);
        }
    }

    private void newToken(String code) {
        int tries = tries(Book.EVERYTHING) + 1;
        Duration wait = tries >= TOKENS_IN_A_ROW ? PROBE : Duration.ZERO;
        pause(Book.EVERYTHING, wait, code, tries);
    }

    private void coolDown(String code) {
        int now = desk.book.permitsLimit;
        int limit = now == 0 ? desk.instance.limits().callsPer20s() : now;
        desk.book.permitsLimit = Math.max(FEWEST_PERMITS, limit / 2);
        desk.book.limitsLoweredAt = desk.now();
        pause(Book.EVERYTHING, Duration.ofMillis(SchedulerSettings.WINDOW_MS), code);
    }

    private void fewer(String code) {
        int now = desk.book.inFlightLimit;
        int limit = now == 0 ? desk.instance.limits().maxInFlight() : now;
        desk.book.inFlightLimit = Math.max(1, limit - 1);
        desk.book.limitsLoweredAt = desk.now();
        pause(Book.EVERYTHING, Duration.ofMillis(jittered(FIRST.toMillis())), code);
    }

    private void untilReset(String code) {
        long now = desk.now();
        long wait = Day.endOf(Day.of(now)) - now + jittered(FIRST.toMillis());
        pause(Book.EVERYTHING, Duration.ofMillis(wait), code);
    }

    private void split(String work, String code) {
        splitsInARow++;
        if (splitsInARow >= SPLITS_IN_A_ROW) {
            pause(work, LONGEST, code);
        }
    }

    private void again(String work, String code) {
        int tries = tries(work) + 1;
        long most = FIRST.toMillis() << Math.min(tries, 10);
        long wait = jittered(Math.min(most, LONGEST.toMillis()));
        pause(work, Duration.ofMillis(wait), code, tries);
    }

    private int tries(String work) {
        Pause pause = desk.book.pauses.get(work);
        return pause == null ? 0 : pause.tries();
    }

    private long jittered(long most) {
        return most / 2 + desk.random.nextLong(most / 2 + 1);
    }

    private void pause(String work, Duration wait, String reason) {
        pause(work, wait, reason, tries(work) + 1);
    }

    private void pause(String work, Duration wait, String reason, int tries) {
        desk.book.pauses.put(work, new Pause(desk.now() + wait.toMillis(), reason, tries));
    }

    /** Limits that were lowered come back step by step while there is calm. */
    void recover() {
        Book book = desk.book;
        boolean lowered = book.permitsLimit != 0 || book.inFlightLimit != 0;
        if (!lowered || desk.now() - book.limitsLoweredAt < RECOVERY.toMillis()) {
            return;
        }
        book.limitsLoweredAt = desk.now();
        book.permitsLimit =
                raised(book.permitsLimit, FEWEST_PERMITS, desk.instance.limits().callsPer20s());
        book.inFlightLimit = raised(book.inFlightLimit, 1, desk.instance.limits().maxInFlight());
        desk.saveBook();
    }

    private static int raised(int lowered, int step, int configured) {
        return lowered == 0 || lowered + step >= configured ? 0 : lowered + step;
    }
}
