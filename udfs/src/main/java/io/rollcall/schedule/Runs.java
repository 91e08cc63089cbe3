package io.rollcall.schedule;

import io.rollcall.report.Report;
import io.rollcall.report.Verdict;

/**
 * Whose turn it is. Each start writes a begin and does nothing until it reads it back: only then
 * has it read all that earlier runs wrote. A run that sees another begin behind its own stops.
 */
final class Runs {

    /** A begin that is not read back is written again after this long. */
    private static final long BEGIN_AGAIN_MS = 30_000;

    /**
     * A run that still lives so long after another one began is no zombie: Flink would have ended
     * it. It begins anew, so that a begin written late by a dead run stops nobody for ever.
     */
    private static final long SUPERSEDED_MS = 120_000;

    private final Desk desk;
    private final Reports reports;
    private final ImportSteps imports;

    Runs(Desk desk, Reports reports, ImportSteps imports) {
        this.desk = desk;
        this.reports = reports;
        this.imports = imports;
    }

    /** The restart work, on the first sign of life after a start. */
    void start() {
        Book book = desk.book;
        long now = desk.now();
        if (book.supersededAt != 0
                && book.run.equals(desk.run)
                && now - book.supersededAt > SUPERSEDED_MS) {
            desk.run = desk.run.substring(0, desk.run.indexOf('-') + 1) + desk.newId();
        }
        boolean fresh = !book.run.equals(desk.run);
        boolean unread = book.beganAt < 0 && now - book.beginWrittenAt > BEGIN_AGAIN_MS;
        if (fresh || unread) {
            book.run = desk.run;
            book.beganAt = -1;
            book.supersededAt = 0;
            book.beginWrittenAt = now;
            book.knowRun(desk.run);
            desk.saveBook();
            reports.begin();
        }
    }

    void begun(Report begin) {
        Book book = desk.book;
        if (begin.run().equals(desk.run)) {
            if (book.beganAt < 0) {
                book.beganAt = begin.offset();
                endEarlierCalls();
                imports.begun();
            }
        } else if (!book.knownRuns.contains(begin.run())) {
            book.knowRun(begin.run());
            if (book.beganAt >= 0 && book.run.equals(desk.run)) {
                book.supersededAt = desk.now();
                desk.out.count(SchedulerMetric.SUPERSEDED);
            }
        }
        desk.saveBook();
    }

    /** What was announced may have been sent; what never was cannot have been. */
    private void endEarlierCalls() {
        for (OpenCall call : desk.calls.all()) {
            boolean over = call.isOf(desk.run) || call.state == OpenCall.State.MAY_RUN;
            if (!over && call.kind.isRequest()) {
                end(call, call.announced() ? Verdict.PERHAPS : Verdict.NOT_DONE, "restart");
            }
        }
    }

    /** Another run's call, or our own of an earlier run: it counts against every limit. */
    void foreign(Report announced) {
        OpenCall call = desk.calls.get(announced.callId());
        if (call == null) {
            call =
                    new OpenCall(
                            announced.callId(),
                            announced.run(),
                            announced.call(),
                            announced.list(),
                            announced.members().stream()
                                    .map(member -> member(announced, member))
                                    .toList());
            call.setUp = announced.setUp();
            call.page = announced.page();
            call.batch = announced.batch();
            desk.out.count(SchedulerMetric.FOREIGN);
        } else {
            desk.calls.remove(call);
        }
        call.sequence = announced.offset();
        call.state = OpenCall.State.OPEN;
        call.releasedAt = desk.now();
        desk.calls.add(call);
        if (call.kind.isImport()) {
            imports.requests.heard(announced);
        }
        if (call.kind.isRequest()) {
            desk.book.countCall(call);
            desk.saveBook();
        }
    }

    private static OpenCall.Member member(Report report, io.rollcall.report.Member member) {
        return new OpenCall.Member(
                OpenCall.wishKey(report.call(), report.list(), member),
                member.person(),
                member.lead(),
                member.field(),
                member.valueHash());
    }

    void end(OpenCall call, Verdict verdict, String code) {
        if (!call.endWritten) {
            call.endWritten = true;
            desk.calls.save(call);
            reports.ended(call, verdict, code);
        }
    }
}
