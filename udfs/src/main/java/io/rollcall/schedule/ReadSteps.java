package io.rollcall.schedule;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListExport.Status;
import io.rollcall.report.ListPage;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.ListReads.Reading;
import java.time.Duration;
import java.util.List;

/**
 * What a list that is being read wants next, and what its calls' ends mean. It is read page by
 * page; where there is no end of pages an extract takes their place, and pages take that of an
 * extract which is not to be had.
 */
final class ReadSteps {

    /** So often in a row without coming any further, an extract is given up. */
    private static final int MOST_TRIES = 5;

    /** And so long without a file. */
    private static final long LONGEST = Duration.ofHours(2).toMillis();

    /** Refused once, it is not asked for so soon again. */
    private static final long REFUSED = Duration.ofHours(1).toMillis();

    /** A file of less than that share of whom the pages have shown cannot be of the whole list. */
    private static final double CREDIBLE = 0.5;

    /** The queue is full, or the day's bytes are used up. */
    private static final String TOO_MANY = "1029";

    private final Desk desk;

    /** Not in state: one more refusal after a restart does no harm. */
    private long refusedUntil;

    ReadSteps(Desk desk) {
        this.desk = desk;
    }

    /** The next call of a read that may be made now, or null. */
    OpenCall next() {
        for (long list : desk.reads.due(desk.now())) {
            Reading reading = considered(desk.reads.get(list));
            CallKind kind = reading.wants();
            if (desk.isLive(list) && !desk.isPaused(kind, Long.toString(list))) {
                OpenCall call = new OpenCall(desk.newId(), desk.run, kind, list, List.of());
                call.page = reading.asks();
                desk.reads.put(list, reading.calling(call.id));
                return call;
            }
        }
        return null;
    }

    private Reading considered(Reading reading) {
        return mayExtract(reading) ? reading.extracting(Extract.begun(desk.now())) : reading;
    }

    private boolean mayExtract(Reading reading) {
        ExtractSettings settings = desk.settings.extracts();
        return reading.extract() == null
                && !reading.byPages()
                && reading.pages() >= settings.leastPages()
                && desk.reads.extracts() < settings.maxExports()
                && desk.book.exportedToday < settings.bytesADay()
                && desk.now() >= refusedUntil;
    }

    /** What is wrong with an extract alone pauses nothing: pages do its work. */
    static boolean isOfOneExtract(Report end) {
        if (!end.call().isExtract() || end.verdict() != Verdict.NOT_DONE || end.code() == null) {
            return false;
        }
        return switch (ErrorTable.verdict(end.code(), ErrorLevel.RESPONSE).reaction()) {
            case ACCESS, LIST_GONE, SPLIT -> true;
            case RETRY -> end.code().equals(TOO_MANY);
            default -> false;
        };
    }

    /** The same code says that a job is in the queue already, which its status tells. */
    private static boolean refuses(Report end) {
        boolean isPerhapsQueued =
                end.call() == CallKind.EXTRACT_QUEUE && TOO_MANY.equals(end.code());
        return isOfOneExtract(end) && !isPerhapsQueued;
    }

    /** Facts of other reads are the ledger's matter. */
    void ended(OpenCall call, Report end) {
        Reading reading = desk.reads.get(call.list);
        if (reading == null || !call.id.equals(reading.call())) {
            return;
        }
        if (call.kind == CallKind.READ) {
            page(reading, end);
        } else {
            extract(reading.calling(null), end);
        }
    }

    private void page(Reading reading, Report end) {
        if (end.verdict() != Verdict.DONE) {
            desk.reads.put(
                    end.list(), Reactions.halves(end) ? reading.again() : reading.calling(null));
            return;
        }
        desk.brakes.page(end, reading.page().nextToken() == null);
        read(end.list(), reading.read(end.page()));
    }

    private void read(long list, Reading reading) {
        desk.reads.put(list, reading);
        if (reading.page().complete()) {
            desk.reads.completed(list, desk.now());
            desk.reports.listRead(list, reading.page());
        }
    }

    private void extract(Reading reading, Report end) {
        Extract before = reading.extract();
        boolean told = end.verdict() == Verdict.DONE && end.page() != null;
        ExtractSettings settings = desk.settings.extracts();
        if (refuses(end)) {
            giveUp(reading, end);
            return;
        }
        if (told && end.call() == CallKind.EXTRACT_FILE) {
            desk.brakes.page(end, before.export().from() == 0);
        }
        Extract after =
                told
                        ? before.told(end, settings, desk.now())
                        : before.failed(end, settings, desk.now());
        if (told) {
            count(before, after);
        }
        if (after.page().complete()) {
            ListPage last = new ListPage(after.page().generation(), null, true, 0);
            read(end.list(), reading.read(last));
        } else if (isHopeless(after, end.list())) {
            giveUp(reading, end);
        } else {
            desk.reads.put(end.list(), reading.extracting(after));
        }
    }

    private void count(Extract before, Extract after) {
        if (before.export().id() == null) {
            desk.out.count(SchedulerMetric.EXTRACTS);
        }
        if (before.export().bytes() == 0 && after.export().bytes() > 0) {
            desk.book.exportedToday += after.export().bytes();
            desk.saveBook();
        }
    }

    private boolean isHopeless(Extract extract, long list) {
        boolean finished = extract.export().status() == Status.COMPLETED;
        boolean credible =
                extract.export().rows() > 0
                        && extract.export().rows() >= CREDIBLE * desk.brakes.counted(list);
        return extract.isOver()
                || extract.tries() >= MOST_TRIES
                || finished && extract.export().from() == 0 && !credible
                || !finished && desk.now() - extract.since() > LONGEST;
    }

    private void giveUp(Reading reading, Report end) {
        refusedUntil = desk.now() + REFUSED;
        desk.out.count(SchedulerMetric.EXTRACTS_GIVEN_UP);
        new Notices(desk).extractGivenUp(end);
        desk.reads.put(end.list(), reading.byPagesAlone());
    }
}
