package io.rollcall.job.dataverse;

import java.util.Set;
import java.util.UUID;

/**
 * Which rows a table has: those that are known, and those that the full reading under way has seen.
 * What such a reading did not find is gone; how much of it is gone, may be hard to believe.
 */
final class TableRows {

    /** A few rows may go at any time. */
    private static final int FEW = 10;

    private final double mayBeGone;
    private RowIds known;
    private RowIds seen;

    TableRows(TableSplit split, double mayBeGone) {
        this.known = RowIds.decode(split.known());
        this.seen = RowIds.decode(split.seen());
        this.mayBeGone = mayBeGone;
    }

    byte[] known() {
        return known.encode();
    }

    byte[] seen() {
        return seen.encode();
    }

    boolean knows(String id) {
        return known.contains(id);
    }

    int count() {
        return seen.size();
    }

    void read(String id) {
        seen.add(id);
    }

    void changed(String id) {
        known.add(id);
    }

    void deleted(String id) {
        known.remove(id);
        seen.remove(id);
    }

    Set<UUID> gone() {
        return known.without(seen);
    }

    boolean mayForget() {
        int gone = gone().size();
        return gone == 0 || seen.size() > 0 && gone <= Math.max(FEW, known.size() * mayBeGone);
    }

    /** A full reading is complete. */
    void complete() {
        known = mayForget() ? seen : known;
        known.addAll(seen);
        seen = new RowIds();
    }

    /** A full reading begins again. What the first one saw may be gone when it is looked for. */
    void readAnew(boolean first) {
        if (first) {
            known.addAll(seen);
        }
        seen = new RowIds();
    }
}
