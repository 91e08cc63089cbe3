package io.rollcall.ledger;

import io.rollcall.event.Bucket;
import java.util.BitSet;
import java.util.Map;

/**
 * Reads a bucket in one go when the first of its rows is looked for: after a start nobody is
 * remembered, and to look for one row takes RocksDB ten times as long as to go on to the next. Only
 * until the memory is full, since from then on whoever is read puts somebody else out.
 */
final class ReadAhead {

    private final RowRing recent;
    private final BitSet read = new BitSet(Bucket.COUNT);

    ReadAhead(RowRing recent) {
        this.recent = recent;
    }

    /** Whether more is remembered now. */
    boolean reads(int bucket, Rows rows) {
        if (recent.isFull() || read.get(bucket)) {
            return false;
        }
        read.set(bucket);
        Map<String, byte[]> all = rows.all();
        all.forEach((person, row) -> recent.put(RecentRows.packed(person), row));
        return !all.isEmpty();
    }
}
