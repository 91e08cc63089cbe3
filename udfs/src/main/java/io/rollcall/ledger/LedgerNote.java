package io.rollcall.ledger;

import io.rollcall.event.Bucket;
import io.rollcall.report.LeadNote;
import io.rollcall.report.Report;

/** A note from one row to another, as it was read back from the reports topic. */
public record LedgerNote(Report.Kind kind, String instance, long offset, LeadNote note) {

    static LedgerNote of(Report report) {
        return new LedgerNote(report.kind(), report.instance(), report.offset(), report.note());
    }

    /** Claims and releases are for the row of the lead, the others for a person's. */
    String rowKey() {
        return isForLead() ? OwnerRow.key(instance, note.lead()) : note.to();
    }

    boolean isForLead() {
        return kind == Report.Kind.CLAIM || kind == Report.Kind.RELEASE;
    }

    int bucket() {
        return Bucket.of(rowKey());
    }
}
