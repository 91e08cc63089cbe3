package io.rollcall.schedule;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.marketo.Reaction;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;

/**
 * What the end of a call means for the calls after it: pauses, and lower limits. Marketo's two APIs
 * refuse each for itself.
 */
final class Reactions {

    private final Desk desk;
    private final Pauses pauses;
    private final LoweredLimits lowered;
    private final ApiReactions rest;
    private final ApiReactions ingestion;

    Reactions(Desk desk) {
        this.desk = desk;
        this.pauses = new Pauses(desk);
        this.lowered = new LoweredLimits(desk);
        BeyondLimit limits = new RestLimits(desk, pauses, lowered);
        this.rest = new ApiReactions(desk, pauses, Book.EVERYTHING, limits);
        this.ingestion = new ApiReactions(desk, pauses, Book.INGESTION, this::askNowAndThen);
    }

    /** Nobody says when the Data Ingestion API counts anew. */
    private boolean askNowAndThen(Reaction reaction, String code, OpenCall call) {
        long wait = desk.settings.probes().access().toMillis();
        pauses.pause(Book.INGESTION, wait, code, call);
        return true;
    }

    static boolean halves(Report end) {
        return end.verdict() == Verdict.NOT_DONE
                && end.code() != null
                && reaction(end.code()) == Reaction.SPLIT;
    }

    static Reaction reaction(String code) {
        return ErrorTable.verdict(code, ErrorLevel.RESPONSE).reaction();
    }

    void to(Report end, OpenCall call) {
        ApiReactions api = call.kind == CallKind.INGEST ? ingestion : rest;
        if (end.verdict() == Verdict.DONE) {
            api.wentWell(call);
        } else if (end.code() != null
                && !isOfOneNamedList(end)
                && !ExtractSteps.isOfOneExtract(end)) {
            api.refused(end.code(), call);
            desk.saveBook();
        }
    }

    /** What is wrong with one list's name or folder holds that list, and pauses nothing. */
    private static boolean isOfOneNamedList(Report end) {
        return end.call().isSetUp()
                && end.setUp() != null
                && end.setUp().subject() != null
                && ListSteps.isOfOneList(end);
    }

    /** As time passes, pauses are forgotten, and lowered limits come back while there is calm. */
    void recover() {
        boolean changed = pauses.forget();
        if (lowered.raise() || changed) {
            desk.saveBook();
        }
    }
}
