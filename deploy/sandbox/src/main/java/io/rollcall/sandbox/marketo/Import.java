package io.rollcall.sandbox.marketo;

/** One bulk import, and how far it is. Of its file it keeps only the rows that it remarked on. */
public final class Import extends BulkJob<Import.Status> {

    /** As the API names them. */
    public enum Status implements BulkStatus {
        QUEUED,
        IMPORTING,
        COMPLETE,
        FAILED;

        @Override
        public boolean isOpen() {
            return this == QUEUED || this == IMPORTING;
        }
    }

    private final long batchId;
    private final Long listId;
    private final int rows;
    private final ImportRemarks failures;
    private final ImportRemarks warnings;
    private volatile String message;
    private volatile int imported;

    Import(long batchId, ImportOrder order, long queuedAt) {
        super(Long.toString(batchId), queuedAt, Status.QUEUED);
        this.batchId = batchId;
        this.listId = order.listId();
        this.rows = order.file().size();
        this.failures = new ImportRemarks(order.file(), "Import Failure Reason");
        this.warnings = new ImportRemarks(order.file(), "Import Warning Reason");
    }

    public long batchId() {
        return batchId;
    }

    /** Null for none. */
    public Long listId() {
        return listId;
    }

    /** How many there are in the file. */
    public int rows() {
        return rows;
    }

    /** Null until the end. */
    public String message() {
        return message;
    }

    /** Rows that made or changed a lead so far. */
    public int imported() {
        return imported;
    }

    public ImportRemarks failures() {
        return failures;
    }

    public ImportRemarks warnings() {
        return warnings;
    }

    void begin() {
        become(Status.IMPORTING);
    }

    /** Only the thread that runs the import calls it. */
    void countRow() {
        imported = imported + 1;
    }

    void complete() {
        int failed = failures.rows();
        String done =
                "%d records imported (%d members)"
                        .formatted(imported, listId == null ? 0 : imported);
        end(
                Status.COMPLETE,
                failed == 0
                        ? "Import succeeded, " + done
                        : "Import completed with errors, " + done + ", " + failed + " failed");
    }

    void fail(String why) {
        end(Status.FAILED, "Import failed: " + why);
    }

    private void end(Status how, String what) {
        message = what;
        become(how);
    }
}
