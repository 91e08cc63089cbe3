package io.rollcall.job.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.event.RawEvent;
import io.rollcall.job.dataverse.TableSplit.Stage;
import io.rollcall.outcome.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Reads one table: all of it, page by page, then again and again what has changed. Its state stays
 * with a page until the page's last row is out, so a restored one reads that page again; rows that
 * come twice say nothing new. Knows nothing of Flink, of HTTP or of threads.
 */
final class TableSync {

    /** A few rows may go at any time. */
    private static final int FEW = 10;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 9;

    private final TableQuery query;
    private final Reading reading;
    private final Duration every;
    private final byte[] trailing;
    private final Deque<RawEvent> ready = new ArrayDeque<>();
    private Stage stage;
    private String link;
    private long rows;
    private long startedAt;
    private RowIds known;
    private RowIds seen;
    private Page page;
    private boolean asking;
    private long askedAt;
    private long notBefore;
    private int failures;
    private int restarts;

    TableSync(TableSplit split, TableQuery query, String source, Duration every) {
        this.query = query;
        this.reading = new Reading(source, query.table());
        this.every = every;
        this.stage = split.stage();
        this.link = split.link();
        this.rows = split.rows();
        this.startedAt = split.startedAt();
        this.known = RowIds.decode(split.known());
        this.seen = RowIds.decode(split.seen());
        this.trailing = split.trailing();
        boolean other = !split.version().equals(query.version());
        if (other && !split.version().isEmpty()) {
            readAnew();
        }
    }

    TableSplit split() {
        return new TableSplit(
                query.table(),
                query.version(),
                stage,
                link,
                rows,
                startedAt,
                known.encode(),
                seen.encode(),
                trailing);
    }

    /** When a page is to be asked for (epoch ms); never while one is awaited or not yet used. */
    long dueAt() {
        return asking || !ready.isEmpty() ? Long.MAX_VALUE : notBefore;
    }

    /** Whether the next page belongs to a full reading. */
    boolean readsAll() {
        return stage != Stage.CHANGES;
    }

    long rows() {
        return rows;
    }

    /** The link to ask for. */
    String ask(long now) {
        asking = true;
        askedAt = now;
        if (link == null) {
            startedAt = now;
        }
        return link == null ? query.firstLink() : link;
    }

    void take(Reply reply, long now) {
        asking = false;
        if (reply.page() == null) {
            recover(reply, now);
            return;
        }
        failures = 0;
        page = reply.page();
        for (JsonNode row : page.rows()) {
            ready.add(event(row));
            remember(row);
        }
        if (readsAll() && page.last()) {
            sumUp(now);
        }
        if (ready.isEmpty()) {
            turn(now);
        }
    }

    /** A row that was away may have been taken for deleted, later than it was last changed. */
    private RawEvent event(JsonNode row) {
        boolean back =
                stage == Stage.AGAIN && !Reading.isDeleted(row) && !known.contains(reading.id(row));
        rows++;
        return back ? reading.back(row, rows, askedAt) : reading.event(row, rows, askedAt);
    }

    private void remember(JsonNode row) {
        String id = reading.id(row);
        if (Reading.isDeleted(row)) {
            known.remove(id);
            seen.remove(id);
        } else if (readsAll()) {
            seen.add(id);
        } else {
            known.add(id);
        }
    }

    /** The next row or notice, null for none. */
    RawEvent next(long now) {
        RawEvent event = ready.poll();
        if (event != null && ready.isEmpty() && page != null) {
            turn(now);
        }
        return event;
    }

    /** The page is used up. */
    private void turn(long now) {
        link = page.link();
        if (page.last() && readsAll()) {
            stage = Stage.CHANGES;
            known = mayForget() ? seen : known;
            known.addAll(seen);
            seen = new RowIds();
            rows = 0;
        } else if (page.last()) {
            restarts = 0;
            rows = 0;
        }
        notBefore = page.last() ? now + every.toMillis() : now;
        page = null;
    }

    /** What a full reading did not find is gone; how much of it is gone, may be hard to believe. */
    private void sumUp(long now) {
        Set<UUID> gone = known.without(seen);
        if (mayForget()) {
            gone.forEach(id -> ready.add(reading.deleted(id.toString(), ++rows, askedAt)));
        }
        Outcome.Status status = mayForget() ? Outcome.Status.APPLIED : Outcome.Status.HELD;
        ready.add(reading.notice(status, words(gone.size(), now), now));
    }

    private boolean mayForget() {
        int gone = known.without(seen).size();
        return gone == 0
                || seen.size() > 0 && gone <= Math.max(FEW, known.size() * query.mayBeGone());
    }

    private String words(int gone, long now) {
        long seconds = (now - startedAt) / 1_000;
        String read = stage == Stage.FIRST ? "first sync complete" : "read anew";
        String so =
                gone == 0
                        ? ""
                        : mayForget()
                                ? "; %,d rows are gone since"
                                : "; %,d rows seem to be gone and nobody was removed: see whether the"
                                        + " application user may still read them all, and raise"
                                        + " dataverse.may-be-gone if they are gone indeed";
        return String.format(Locale.ROOT, "%s: %,d rows in %,d s", read, seen.size(), seconds)
                + String.format(Locale.ROOT, so, gone);
    }

    private void recover(Reply reply, long now) {
        switch (reply.trouble()) {
            case BUSY -> notBefore = whenAsked(reply, now);
            case TOKEN -> notBefore = failures == 0 ? now : later(now, failures);
            case GONE -> beginAgain(reply, now);
            case REFUSED, FAILED -> notBefore = later(now, failures + 1);
        }
        failures++;
    }

    /** What is refused without a link is the configuration's fault, a column that is not there. */
    private void beginAgain(Reply reply, long now) {
        if (link == null) {
            notBefore = later(now, failures + 1);
            return;
        }
        restarts++;
        notBefore = later(now, restarts);
        String lost = readsAll() ? "the reading was cut short" : "changes are no longer known";
        readAnew();
        ready.add(
                reading.notice(
                        Outcome.Status.DEFERRED,
                        lost
                                + " ("
                                + reply.detail()
                                + "); everything is read anew, and nobody is removed before that is"
                                + " complete",
                        now));
    }

    private long whenAsked(Reply reply, long now) {
        return reply.retryAfter() == 0
                ? later(now, failures + 1)
                : now + Math.min(reply.retryAfter() * 1_000, LONGEST_PAUSE.toMillis());
    }

    /** The first reading stays the first, until one is complete. */
    private void readAnew() {
        stage = stage == Stage.FIRST ? Stage.FIRST : Stage.AGAIN;
        link = null;
        rows = 0;
        if (stage == Stage.FIRST) {
            // What was seen before may be gone when it is looked for again.
            known.addAll(seen);
        }
        seen = new RowIds();
    }

    private static long later(long now, int times) {
        long wait = 1_000L << Math.min(times - 1, DOUBLINGS);
        return now + Math.min(wait, LONGEST_WAIT.toMillis());
    }
}
