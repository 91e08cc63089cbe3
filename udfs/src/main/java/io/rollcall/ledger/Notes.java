package io.rollcall.ledger;

import io.rollcall.report.LeadNote;
import io.rollcall.report.Report;
import java.time.InstantSource;
import java.util.List;

/** Writes what one row has to tell another, which only the reports topic carries across buckets. */
final class Notes {

    private final String job;
    private final InstantSource clock;
    private final LedgerOutput out;

    Notes(LedgerSettings settings, InstantSource clock, LedgerOutput out) {
        this.job = settings.job();
        this.clock = clock;
        this.out = out;
    }

    void write(Report.Kind kind, String instance, LeadNote note) {
        out.note(Report.note(kind, job, instance, clock.millis(), note));
    }

    void release(String instance, String person, long lead, long stamp) {
        write(Report.Kind.RELEASE, instance, LeadNote.toLead(person, lead, stamp, List.of()));
    }
}
