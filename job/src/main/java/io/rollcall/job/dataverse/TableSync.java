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

    private final TableQuery query;
    private final Reading reading;
    private final Duration every;
    private final byte[] trailing;
    private final Deque<RawEvent> ready = new ArrayDeque<>();
    private final TableRows ids;
    private final Patience patience = new Patience();
    private Stage stage;
    private String link;
    private long rows;
    private long startedAt;
    private Page page;
    private boolean asking;
    private long askedAt;

    TableSync(TableSplit split, TableQuery query, String source, Duration every) {
        this.query = query;
        this.reading = new Reading(source, query.table());
        this.every = every;
        this.stage = split.stage();
        this.link = split.link();
        this.rows = split.rows();
        this.startedAt = split.startedAt();
        this.ids = new TableRows(split, query.mayBeGone());
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
                ids.known(),
                ids.seen(),
                trailing);
    }

    /** When a page is to be asked for (epoch ms); never while one is awaited or not yet used. */
    long dueAt() {
        return asking || !ready.isEmpty() ? Long.MAX_VALUE : patience.notBefore();
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
        patience.answered();
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
                stage == Stage.AGAIN && !Reading.isDeleted(row) && !ids.knows(reading.id(row));
        rows++;
        return back ? reading.back(row, rows, askedAt) : reading.event(row, rows, askedAt);
    }

    private void remember(JsonNode row) {
        String id = reading.id(row);
        if (Reading.isDeleted(row)) {
            ids.deleted(id);
        } else if (readsAll()) {
            ids.read(id);
        } else {
            ids.changed(id);
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
            ids.complete();
            rows = 0;
        } else if (page.last()) {
            patience.caughtUp();
            rows = 0;
        }
        patience.until(page.last() ? now + every.toMillis() : now);
        page = null;
    }

    private void sumUp(long now) {
        Set<UUID> gone = ids.gone();
        boolean believed = ids.mayForget();
        if (believed) {
            gone.forEach(id -> ready.add(reading.deleted(id.toString(), ++rows, askedAt)));
        }
        Outcome.Status status = believed ? Outcome.Status.APPLIED : Outcome.Status.HELD;
        ready.add(reading.notice(status, words(gone.size(), now), now));
    }

    private String words(int gone, long now) {
        long seconds = (now - startedAt) / 1_000;
        String read = stage == Stage.FIRST ? "first sync complete" : "read anew";
        String so =
                gone == 0
                        ? ""
                        : ids.mayForget()
                                ? "; %,d rows are gone since"
                                : "; %,d rows seem to be gone and nobody was removed: see whether the"
                                        + " application user may still read them all, and raise"
                                        + " dataverse.may-be-gone if they are gone indeed";
        return String.format(Locale.ROOT, "%s: %,d rows in %,d s", read, ids.count(), seconds)
                + String.format(Locale.ROOT, so, gone);
    }

    /** What is refused without a link is the configuration's fault, a column that is not there. */
    private void recover(Reply reply, long now) {
        if (reply.trouble() == Trouble.GONE && link != null) {
            beginAgain(reply, now);
        } else {
            patience.failed(reply, now);
        }
    }

    private void beginAgain(Reply reply, long now) {
        patience.restarted(now);
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

    /** The first reading stays the first, until one is complete. */
    private void readAnew() {
        stage = stage == Stage.FIRST ? Stage.FIRST : Stage.AGAIN;
        link = null;
        rows = 0;
        ids.readAnew(stage == Stage.FIRST);
    }
}
