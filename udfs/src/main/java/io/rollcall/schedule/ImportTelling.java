package io.rollcall.schedule;

import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Verdict;
import io.rollcall.schedule.Import.Result;
import java.util.List;

/** Tells what became of everybody in an import, in the words of a call's end. */
final class ImportTelling {

    private static final int PARTS_AT_A_TIME = 3;

    /** Failed rows are asked for by calls, which tell why. */
    private static final String REFUSED = "row-refused";

    private final Desk desk;
    private final Reports reports;

    ImportTelling(Desk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    void tell(Import one) {
        List<OpenCall> parts = desk.imports.parts(one);
        desk.imports.freeList(one);
        if (parts.isEmpty()) {
            desk.imports.remove(one);
        }
        parts.stream()
                .filter(part -> !part.endWritten)
                .limit(PARTS_AT_A_TIME)
                .forEach(part -> tell(one, part));
    }

    private void tell(Import one, OpenCall part) {
        part.endWritten = true;
        desk.calls.save(part);
        reports.rows(part, verdict(one.result), member -> said(one, member));
    }

    /** What nobody knows is imported again; what Marketo gave up goes by calls. */
    private static Verdict verdict(Result result) {
        return switch (result) {
            case UNKNOWN -> Verdict.PERHAPS;
            case NOTHING -> Verdict.NOT_DONE;
            case DONE, FAILED -> Verdict.DONE;
        };
    }

    private static Member said(Import one, OpenCall.Member member) {
        long key = Import.key(member);
        Member sent = Reports.member(member, MemberStatus.SENT);
        if (one.result != Result.DONE) {
            return sent;
        }
        if (one.refused.contains(key)) {
            return sent.with(MemberStatus.SKIPPED, REFUSED);
        }
        String warning = one.doubtful.contains(key) ? Member.WARNED : null;
        return sent.with(MemberStatus.ADDED, warning);
    }
}
