package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a bucket, of which those are remembered that were read or written lately: most events
 * need no look at the state. One memory serves all buckets: no key stands in two of them, since
 * that of a person, a lead or a stone says which bucket it belongs to.
 */
final class RecentRows implements Rows {

    private final RowRing recent;
    private final ReadAhead ahead;
    private final int bucket;
    private final Rows rows;

    /** Rows of a walk that were not yet asked for, null without a walk. */
    private Map<String, byte[]> walk;

    /** {@code rows} are those of the bucket. */
    RecentRows(RowRing recent, ReadAhead ahead, int bucket, Rows rows) {
        this.recent = recent;
        this.ahead = ahead;
        this.bucket = bucket;
        this.rows = rows;
    }

    /**
     * The row of the person who stands next, null for none; remembered from now on, and void once
     * any is written.
     */
    Unpacker read(Unpacker key) {
        int from = key.at();
        if (recent.find(key) || ahead.reads(bucket, rows) && findAgain(key, from)) {
            return recent.found();
        }
        key.goTo(from);
        byte[] row = rows.get(key.string());
        if (row == null) {
            return null;
        }
        key.goTo(from);
        recent.put(key, row);
        return new Unpacker(row);
    }

    private boolean findAgain(Unpacker key, int from) {
        key.goTo(from);
        return recent.find(key);
    }

    @Override
    public byte[] get(String person) {
        byte[] row = passed(person);
        if (row != null) {
            return row;
        }
        return recent.find(packed(person)) ? recent.found().rest() : rows.get(person);
    }

    @Override
    public void put(String person, byte[] row) {
        passed(person);
        rows.put(person, row);
        recent.put(packed(person), row);
    }

    @Override
    public void remove(String person) {
        passed(person);
        rows.remove(person);
        recent.forget(packed(person));
    }

    @Override
    public Map<String, byte[]> all() {
        return rows.all();
    }

    /** Whoever asks for the people asks for their rows next: they are read in one go. */
    @Override
    public List<String> people() {
        walk = new LinkedHashMap<>(rows.all());
        return List.copyOf(walk.keySet());
    }

    private byte[] passed(String person) {
        return walk == null ? null : walk.remove(person);
    }

    static Unpacker packed(String person) {
        Packer packer = new Packer();
        packer.string(person);
        return new Unpacker(packer.bytes());
    }
}
