package io.rollcall.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An import and what Marketo says of it. {@code of} is our id of it, the id of its IMPORT call;
 * {@code field} is what its rows are looked up by, "id" where their leads are known. {@code id} is
 * Marketo's, 0 before it gave one. {@code status} is null in what asks. {@code processed}, {@code
 * failed} and {@code warned} count rows: those imported, those not, and those of the first that
 * were not taken as they are. {@code rows} stands only where rows are asked for or told.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportBatch(
        String of,
        String field,
        long id,
        Status status,
        int processed,
        int failed,
        int warned,
        ImportRows rows) {

    /** How far Marketo is with it. */
    public enum Status {
        QUEUED,
        IMPORTING,
        COMPLETE,
        FAILED;

        public boolean isOver() {
            return this == COMPLETE || this == FAILED;
        }
    }

    /** What is asked of Marketo before anything is known. */
    public static ImportBatch of(String of, String field) {
        return new ImportBatch(of, field, 0, null, 0, 0, 0, null);
    }

    public ImportBatch is(long itsId, Status itsStatus) {
        return new ImportBatch(of, field, itsId, itsStatus, processed, failed, warned, rows);
    }

    public ImportBatch counting(int itsProcessed, int itsFailed, int itsWarned) {
        return new ImportBatch(of, field, id, status, itsProcessed, itsFailed, itsWarned, rows);
    }

    public ImportBatch with(ImportRows itsRows) {
        return new ImportBatch(of, field, id, status, processed, failed, warned, itsRows);
    }
}
