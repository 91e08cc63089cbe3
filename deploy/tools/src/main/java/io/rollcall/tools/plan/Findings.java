package io.rollcall.tools.plan;

import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.report.Report;
import io.rollcall.report.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What was found out, as lines for people; a fault is what would stop the job's work. */
final class Findings {

    private final List<String> lines = new ArrayList<>();
    private int faults;

    void head(String line) {
        lines.add("");
        lines.add(line);
    }

    void ok(String line) {
        lines.add("  ok     " + line);
    }

    void note(String line) {
        lines.add("  note   " + line);
    }

    void fault(String line) {
        lines.add("  FAULT  " + line);
        faults++;
    }

    /** Whether the call did what it should; else says why not and what to do. */
    boolean succeeded(String what, Report report) {
        if (report.verdict() == Verdict.DONE && report.code() == null) {
            return true;
        }
        String code = report.code();
        String advice =
                code == null ? "no answer" : ErrorTable.verdict(code, ErrorLevel.RESPONSE).advice();
        fault(what + ": " + (code == null ? "" : code + ": ") + advice);
        return false;
    }

    List<String> lines() {
        return lines;
    }

    int faults() {
        return faults;
    }
}
