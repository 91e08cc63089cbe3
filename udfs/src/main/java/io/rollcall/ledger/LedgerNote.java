package io.rollcall.ledger;

import io.rollcall.event.Bucket;
import io.rollcall.report.LeadNote;
import io.rollcall.report.Report;

/** A note from one row to another, as it was read back from the reports topic. */
public record LedgerNote(Report.Kind kind, String instance, long offset, LeadNote note) {

    static LedgerNote of(Report report) {
        return new LedgerNote(report.kind(), report.instance(), report.offset(), report.note());
    }

    /** For the row of the lead where it names no person, else for theirs. */
    String rowKey() {
        return isForLead() ? OwnerRow.key(instance, note.lead()) : note.to();
    }

    boolean isForLead() {
        return note.to() == null;
    }

    int bucket() {
        return Bucket.of(rowKey());
    }
}
