package io.rollcall.ledger;

import io.rollcall.pack.Unpacker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Rows read or written lately, in the order in which they were: a ring in which the newest takes
 * the place of the oldest. Whatever the index names that has been overwritten meanwhile shows by
 * not starting with that person's hash and key.
 *
 * <p>Tried before: hashes of what a row says instead of the row. They took half the memory; but for
 * whoever says something new RocksDB was read, which took a third of all the time.
 */
final class RowRing {

    /** Bytes; a row stands in as many units as it needs. */
    private static final int UNIT = 16;

    static final int FEWEST = 1 << 12;

    /** Before key and row: the hash, the row's length, and the units that are there for both. */
    private static final int LENGTH = Long.BYTES;

    private static final int ROOM = LENGTH + Integer.BYTES;
    private static final int HEADER = ROOM + Integer.BYTES;

    /** A row may take this part of the ring, or it is read each time. */
    private static final int MOST_OF_ONE = 16;

    /** Units in a line of the processor's cache. */
    private static final int LINE = 64 / UNIT;

    private static final long SEED = 0x9e3779b97f4a7c15L;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int most;
    private byte[] ring = new byte[FEWEST * UNIT];
    private final RingIndex index = new RingIndex(FEWEST, this::hashAt);

    /** Where the next one goes, in units; 0 is nowhere. */
    private int head = 1;

    private boolean full;

    /**
     * Of the person looked for last: the hash, where key and row stand, and the row's beginning.
     */
    private long hash;

    private int start;
    private int row;

    /** {@code bytes} of heap, the index included. */
    RowRing(long bytes) {
        most = Math.max(FEWEST, RingIndex.units(bytes, UNIT));
    }

    /** Whether whoever comes puts somebody else out. */
    boolean isFull() {
        return full;
    }

    /** {@code key} stands before the person, and behind afterwards. */
    boolean find(Unpacker key) {
        int from = key.at();
        hash = hash(key);
        for (int way = 0; way < RingIndex.WAYS; way++) {
            int unit = candidate(hash, way);
            if (unit != 0 && hashAt(unit) == hash && isAt(unit, key, from)) {
                return true;
            }
        }
        return false;
    }

    /** Of the key before which it stands, and behind which it does afterwards; nobody's is 0. */
    static long hash(Unpacker key) {
        int from = key.at();
        key.skipString();
        return key.hashFrom(from, SEED) | Long.MIN_VALUE;
    }

    /** Where such a hash may stand, by way: 0 is nowhere. */
    int candidate(long hash, int way) {
        return index.candidate(hash, way);
    }

    /** Reads the first lines of what stands there, if anything does: most rows have three. */
    long glance(int unit) {
        int last = ring.length / UNIT - 1;
        return unit == 0
                ? 0
                : hashAt(unit)
                        ^ hashAt(Math.min(unit + LINE, last))
                        ^ hashAt(Math.min(unit + 2 * LINE, last));
    }

    private boolean isAt(int unit, Unpacker key, int from) {
        start = unit * UNIT;
        row = start + HEADER + key.at() - from;
        return key.equalsFrom(from, ring, start + HEADER);
    }

    private long hashAt(int unit) {
        return (long) LONGS.get(ring, unit * UNIT);
    }

    /** The row of the person found last; void once anything is put. */
    Unpacker found() {
        return new Unpacker(ring, row, row + (int) INTS.get(ring, start + LENGTH));
    }

    /** A row that still fits where the former one was stays there. */
    void put(Unpacker key, byte[] bytes) {
        int from = key.at();
        boolean known = find(key);
        int size = HEADER + key.at() - from + bytes.length;
        int units = (size + UNIT - 1) / UNIT;
        if (known && units > (int) INTS.get(ring, start + ROOM)) {
            forgetFound();
            known = false;
        }
        if (!known && units > most / MOST_OF_ONE) {
            return;
        }
        if (!known) {
            place(units);
            row = start + HEADER + key.copyFrom(from, ring, start + HEADER);
        }
        INTS.set(ring, start + LENGTH, bytes.length);
        System.arraycopy(bytes, 0, ring, row, bytes.length);
    }

    void forget(Unpacker key) {
        if (find(key)) {
            forgetFound();
        }
    }

    private void forgetFound() {
        LONGS.set(ring, start, 0L);
    }

    private void place(int units) {
        if (head + units > ring.length / UNIT) {
            turn(units);
        }
        start = head * UNIT;
        head += units;
        // Whoever stood here must not be found by what is left of them.
        Arrays.fill(ring, head * UNIT - UNIT, head * UNIT, (byte) 0);
        LONGS.set(ring, start, hash);
        INTS.set(ring, start + ROOM, units);
        index.put(hash, start / UNIT, head);
    }

    private void turn(int units) {
        int now = ring.length / UNIT;
        if (now < most) {
            int wanted = (int) Math.min(Math.max((long) now << 2, (long) now + units), most);
            ring = Arrays.copyOf(ring, wanted * UNIT);
            index.grow(wanted, head);
        }
        if (head + units > ring.length / UNIT) {
            head = 1;
            full = true;
        }
    }
}
