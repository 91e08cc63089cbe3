package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.ListReads.Reading;
import java.util.List;

/**
 * What a list that is being read wants next, and what its calls' ends mean. It is read page by
 * page; where there is no end of pages an extract takes their place, and pages take that of an
 * extract which is not to be had.
 */
final class ReadSteps {

    private final Desk desk;
    private final ExtractSteps extracts;

    ReadSteps(Desk desk) {
        this.desk = desk;
        this.extracts = new ExtractSteps(desk);
    }

    /** The next call of a read that may be made now, or null. */
    OpenCall next() {
        for (long list : desk.reads.due(desk.now())) {
            Reading reading = extracts.considered(desk.reads.get(list));
            CallKind kind = reading.wants();
            boolean mayGo = desk.isLive(list) && !desk.imports.isUnderWay(list);
            if (mayGo && !desk.isPaused(kind, Long.toString(list))) {
                OpenCall call = new OpenCall(desk.newId(), desk.run, kind, list, List.of());
                call.page = reading.asks();
                desk.reads.put(list, reading.calling(call.id));
                return call;
            }
        }
        return null;
    }

    /** Facts of other reads are the ledger's matter. */
    void ended(OpenCall call, Report end) {
        Reading reading = desk.reads.get(call.list);
        if (reading == null || !call.id.equals(reading.call())) {
            return;
        }
        Reading after =
                call.kind == CallKind.READ
                        ? page(reading, end)
                        : extracts.ended(reading.calling(null), end);
        desk.reads.put(call.list, after);
        if (after.page().complete()) {
            desk.reads.completed(call.list, desk.now());
            desk.reports.listRead(call.list, after.page());
        }
    }

    private Reading page(Reading reading, Report end) {
        if (end.verdict() != Verdict.DONE) {
            return Reactions.halves(end) ? reading.again() : reading.calling(null);
        }
        desk.brakes.sizes.page(end, reading.page().nextToken() == null);
        return reading.read(end.page());
    }
}
