package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.report.ImportBatch;
import io.rollcall.report.ImportRows;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.Import.Phase;
import io.rollcall.schedule.Import.Result;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is asked of Marketo for an import: to take its file, how far it is, which rows failed and
 * which it did not take as they are.
 */
final class ImportRequests {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

    /** A batch that Marketo does not know after a day is none: it forgets them after a week. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Desk desk;

    /** What Marketo was seen to take a second; begins low and is learned. */
    private double rowsPerSecond = 1_000;

    ImportRequests(Desk desk) {
        this.desk = desk;
    }

    /** The next request that an import is waiting for, or null. */
    OpenCall next() {
        for (Import one : desk.imports.all()) {
            CallKind kind = desk.calls.get(one.call) == null ? one.wants(desk.now()) : null;
            if (kind != null && !desk.isPaused(kind, Long.toString(one.list))) {
                return request(one, kind);
            }
        }
        return null;
    }

    private OpenCall request(Import one, CallKind kind) {
        OpenCall call = new OpenCall(desk.newId(), desk.run, kind, one.list, List.of());
        boolean rows = one.phase == Phase.FAILURES || one.phase == Phase.WARNINGS;
        call.batch = rows ? one.batch().with(ImportRows.from(one.row)) : one.batch();
        one.call = call.id;
        desk.imports.save(one);
        return call;
    }

    /** Whether there still is a file for this call to send, and it may go. */
    boolean hasFile(OpenCall call) {
        Import one = desk.imports.get(call.batch.of());
        return one != null && desk.imports.mayBeSent(one);
    }

    /** The file goes now: from here on nothing of it can be taken back. */
    byte[] releasing(OpenCall call) {
        Import one = desk.imports.get(call.batch.of());
        desk.imports.parts(one).forEach(desk.calls::save);
        byte[] file = desk.imports.file(one).bytes();
        one.rows = desk.imports.file(one).size();
        one.phase = Phase.SENT;
        one.since = desk.now();
        desk.imports.file(one, null);
        desk.imports.save(one);
        desk.out.count(SchedulerMetric.IMPORTS);
        desk.out.count(SchedulerMetric.SENT, one.rows);
        return file;
    }

    /** Another run was about to send it, or an earlier one that this state has forgotten. */
    void heard(Report announced) {
        ImportBatch batch = announced.batch();
        Import known = desk.imports.get(batch.of());
        if (announced.call() != CallKind.IMPORT || known != null && known.batch != 0) {
            return;
        }
        Import one = known == null ? Import.of(batch, announced.list()) : known;
        one.phase = Phase.SENT;
        one.adopted = true;
        one.since = desk.now();
        one.call = announced.callId();
        one.parts = Math.max(one.parts, desk.imports.parts(one).size());
        one.rows = desk.imports.parts(one).stream().mapToInt(part -> part.members.size()).sum();
        desk.imports.save(one);
    }

    void ended(Report end) {
        Import one = end.batch() == null ? null : desk.imports.get(end.batch().of());
        if (one == null || one.phase == Phase.OVER) {
            return;
        }
        switch (end.call()) {
            case IMPORT -> sent(one, end);
            case IMPORT_STATUS -> looked(one, end);
            default -> rows(one, end);
        }
        desk.imports.save(one);
    }

    private void sent(Import one, Report end) {
        boolean waits = one.phase == Phase.SENT || one.phase == Phase.SENDING;
        if (end.verdict() == Verdict.DONE && (waits || one.phase == Phase.LOST)) {
            one.batch = end.batch().id();
            one.phase = Phase.RUNNING;
            one.lookAt = desk.now() + expected(one);
        } else if (waits && end.callId().equals(one.call)) {
            if (end.verdict() == Verdict.NOT_DONE) {
                one.over(Result.NOTHING);
            } else {
                one.phase = Phase.LOST;
                one.lookAt = desk.now() + CallKind.ROWS.timeout().toMillis();
            }
        }
    }

    private long expected(Import one) {
        return Math.max(FIRST_LOOK.toMillis(), (long) (one.rows / rowsPerSecond * 1_000));
    }

    private void looked(Import one, Report end) {
        if (one.phase != Phase.RUNNING) {
            return;
        }
        long taken = desk.now() - one.since;
        one.looks++;
        one.lookAt = desk.now() + nextLook(taken);
        if (end.verdict() == Verdict.DONE && end.batch().status().isOver()) {
            finished(one, end.batch(), taken);
        } else if (end.verdict() != Verdict.DONE && taken > FORGOTTEN.toMillis()) {
            one.over(Result.UNKNOWN);
        }
    }

    private static long nextLook(long taken) {
        return Math.max(FIRST_LOOK.toMillis(), Math.min(taken / 4, LONGEST_LOOK.toMillis()));
    }

    private void finished(Import one, ImportBatch batch, long taken) {
        // Seen at the first look, it may have been faster than anybody knows.
        rowsPerSecond = Math.max(10, one.rows * 1_000.0 / taken * (one.looks == 1 ? 1.5 : 1));
        one.failed = batch.failed();
        one.warned = batch.warned();
        if (batch.status() == ImportBatch.Status.FAILED) {
            one.over(Result.FAILED);
        } else if (one.adopted && batch.processed() + batch.failed() != one.rows) {
            // Somebody had left before it went, and nobody knows who: all of them again.
            one.over(Result.UNKNOWN);
        } else {
            nextFile(one, Phase.FAILURES);
        }
    }

    private static void nextFile(Import one, Phase from) {
        one.row = 0;
        if (from == Phase.FAILURES && one.failed > 0) {
            one.phase = Phase.FAILURES;
        } else if (from != Phase.OVER && one.warned > 0) {
            one.phase = Phase.WARNINGS;
        } else {
            one.over(Result.DONE);
        }
    }

    private void rows(Import one, Report end) {
        boolean failures = end.call() == CallKind.IMPORT_FAILURES;
        boolean awaited = one.phase == (failures ? Phase.FAILURES : Phase.WARNINGS);
        if (end.verdict() == Verdict.DONE && awaited && end.batch().rows().from() == one.row) {
            Set<Long> keys = failures ? one.refused : one.doubtful;
            keys.addAll(end.batch().rows().keys());
            one.row = end.batch().rows().next();
            if (one.row == 0) {
                nextFile(one, failures ? Phase.WARNINGS : Phase.OVER);
            }
        } else if (awaited && desk.now() - one.since > FORGOTTEN.toMillis()) {
            one.over(failures ? Result.FAILED : Result.DONE);
        }
    }
}
