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

/** When an extract takes the place of a list's pages, how it goes on, and when pages come back. */
final class ExtractSteps {

    /** So often in a row without coming any further, one is given up. */
    private static final int MOST_TRIES = 5;

    /** And so long without a file. */
    private static final long LONGEST = Duration.ofHours(2).toMillis();

    /** Given up, none is asked for so soon again. */
    private static final long REST = Duration.ofHours(1).toMillis();

    /** A file of less than that share of whom the pages have shown cannot be of the whole list. */
    private static final double CREDIBLE = 0.5;

    /** The queue is full, or the day's bytes are used up. */
    private static final String TOO_MANY = "1029";

    private final Desk desk;

    /** Not in state: one more refusal after a restart does no harm. */
    private long restsUntil;

    ExtractSteps(Desk desk) {
        this.desk = desk;
    }

    /** The same, or by an extract from here on. */
    Reading considered(Reading reading) {
        return mayBegin(reading) ? reading.extracting(Extract.begun(desk.now())) : reading;
    }

    private boolean mayBegin(Reading reading) {
        ExtractSettings settings = desk.settings.extracts();
        return reading.extract() == null
                && !reading.byPages()
                && reading.pages() >= settings.leastPages()
                && desk.reads.extracts() < settings.maxExports()
                && desk.book.exportedToday < settings.bytesADay()
                && desk.now() >= restsUntil;
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

    Reading ended(Reading reading, Report end) {
        if (refuses(end)) {
            return givenUp(reading, end);
        }
        Extract after = after(reading.extract(), end);
        if (after.page().complete()) {
            return reading.read(new ListPage(after.page().generation(), null, true, 0));
        }
        return isHopeless(after, end.list()) ? givenUp(reading, end) : reading.extracting(after);
    }

    private Extract after(Extract before, Report end) {
        ExtractSettings settings = desk.settings.extracts();
        if (end.verdict() != Verdict.DONE || end.page() == null || end.page().export() == null) {
            return before.failed(end, settings, desk.now());
        }
        Extract after = before.told(end, settings, desk.now());
        if (end.call() == CallKind.EXTRACT_CREATE) {
            desk.out.count(SchedulerMetric.EXTRACTS);
        }
        if (end.call() == CallKind.EXTRACT_FILE) {
            desk.brakes.sizes.page(end, before.export().from() == 0);
        } else if (isFinished(after)) {
            desk.book.exportedToday += after.export().bytes();
            desk.saveBook();
        }
        return after;
    }

    private static boolean isFinished(Extract extract) {
        return extract.export().status() == Status.COMPLETED;
    }

    private boolean isHopeless(Extract extract, long list) {
        boolean late = !isFinished(extract) && desk.now() - extract.since() > LONGEST;
        boolean untouched = isFinished(extract) && extract.export().from() == 0;
        return extract.isOver()
                || extract.tries() >= MOST_TRIES
                || untouched && !isCredible(extract, list)
                || late;
    }

    private boolean isCredible(Extract extract, long list) {
        long rows = extract.export().rows();
        return rows > 0 && rows >= CREDIBLE * desk.brakes.sizes.counted(list);
    }

    private Reading givenUp(Reading reading, Report end) {
        restsUntil = desk.now() + REST;
        desk.out.count(SchedulerMetric.EXTRACTS_GIVEN_UP);
        new Notices(desk).extractGivenUp(end);
        return reading.byPagesAlone();
    }
}
