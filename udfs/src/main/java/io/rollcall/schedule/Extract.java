package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.report.ListExport;
import io.rollcall.report.ListPage;
import io.rollcall.report.Report;
import java.time.Duration;

/**
 * An export of one list that takes the place of its pages. {@code page} is what is asked for next,
 * of generation -1 until the export was made; {@code tries} counts what failed since something went
 * well; {@code since} is when it began, {@code lookAt} when to go on (epoch ms).
 */
record Extract(ListPage page, int tries, long since, long lookAt) {

    private static final long LONGEST_LOOK = Duration.ofMinutes(5).toMillis();

    static Extract begun(long now) {
        return new Extract(new ListPage(-1, null, false, 0, ListExport.NEW), 0, now, 0);
    }

    ListExport export() {
        return page.export();
    }

    /** The call that comes next. */
    CallKind wants() {
        if (export().id() == null) {
            return CallKind.EXTRACT_CREATE;
        }
        return switch (export().status()) {
            case CREATED -> CallKind.EXTRACT_QUEUE;
            case COMPLETED -> CallKind.EXTRACT_FILE;
            default -> CallKind.EXTRACT_STATUS;
        };
    }

    boolean isOver() {
        return page.complete()
                || export().status() == ListExport.Status.FAILED
                || export().status() == ListExport.Status.CANCELED;
    }

    /** What Marketo has answered. */
    Extract told(Report end, ExtractSettings settings, long now) {
        boolean unqueued =
                end.call() != CallKind.EXTRACT_CREATE
                        && end.page().export().status() == ListExport.Status.CREATED;
        Extract next = new Extract(end.page(), unqueued ? tries + 1 : 0, since, 0);
        return next.wants() == CallKind.EXTRACT_STATUS ? next.later(settings, now) : next;
    }

    /** Whether it is in the queue now is what its status tells. */
    Extract failed(Report end, ExtractSettings settings, long now) {
        ListExport perhapsQueued = export().is(export().id(), ListExport.Status.QUEUED);
        return end.call() == CallKind.EXTRACT_QUEUE
                ? new Extract(page.with(perhapsQueued), tries + 1, since, 0).later(settings, now)
                : new Extract(page, tries + 1, since, 0);
    }

    /** Marketo tells anything new once a minute, and large exports take long. */
    private Extract later(ExtractSettings settings, long now) {
        long wait = Math.min((now - since) / 4, LONGEST_LOOK);
        return new Extract(page, tries, since, now + Math.max(settings.look().toMillis(), wait));
    }
}
