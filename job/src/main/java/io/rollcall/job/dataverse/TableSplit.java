package io.rollcall.job.dataverse;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * How far one table has been read. {@code link} is the page to read next, null for the first of a
 * full reading; {@code rows} of this reading came before it. {@code known} are the ids of all rows,
 * {@code seen} those of this reading; {@code trailing} is what a later version wrote.
 */
record TableSplit(
        String table,
        String version,
        Stage stage,
        String link,
        long rows,
        long startedAt,
        byte[] known,
        byte[] seen,
        byte[] trailing)
        implements SourceSplit {

    /** Written in state by ordinal: append only. */
    enum Stage {
        /** All rows, for the first time. */
        FIRST,
        /** All rows anew, because changes are no longer known. */
        AGAIN,
        /** What has changed. */
        CHANGES
    }

    private static final byte[] NOTHING = {};

    static TableSplit first(String table) {
        return new TableSplit(table, "", Stage.FIRST, null, 0, 0, NOTHING, NOTHING, NOTHING);
    }

    @Override
    public String splitId() {
        return table;
    }
}
