package io.rollcall.pack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link Packer} wrote. */
public final class Unpacker {

    private static final byte[] NOTHING = {};
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] buffer;
    private final int end;
    private int at;

    public Unpacker(byte[] buffer) {
        this(buffer, 0, buffer.length);
    }

    /** Reads what stands from here to there. */
    public Unpacker(byte[] buffer, int from, int end) {
        this.buffer = buffer;
        this.at = from;
        this.end = end;
    }

    /** Where the next byte is. */
    public int at() {
        return at;
    }

    public void goTo(int position) {
        at = position;
    }

    public void skip(int bytes) {
        at += bytes;
    }

    public void skipVarint() {
        while (buffer[at++] < 0) {
            // On to the byte that ends it.
        }
    }

    public void skipString() {
        int length = count() - 1;
        at += Math.max(0, length);
    }

    /**
     * Whether what was passed since {@code from} is what another passed since {@code otherFrom}.
     */
    public boolean equalsFrom(int from, Unpacker other, int otherFrom) {
        return Arrays.equals(buffer, from, at, other.buffer, otherFrom, other.at);
    }

    /** Whether what was passed since {@code from} stands in others' bytes, at this position. */
    public boolean equalsFrom(int from, byte[] others, int position) {
        return Arrays.equals(buffer, from, at, others, position, position + at - from);
    }

    /** Copies what was passed since {@code from}; answers how many bytes those are. */
    public int copyFrom(int from, byte[] to, int position) {
        System.arraycopy(buffer, from, to, position, at - from);
        return at - from;
    }

    /** A hash of what was passed since {@code from}, for this process only. */
    public long hashFrom(int from, long seed) {
        long hash = seed;
        int next = from;
        for (; next + Long.BYTES <= at; next += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(buffer, next));
        }
        long last = at - from;
        for (; next < at; next++) {
            last = last << 8 | buffer[next] & 0xFF;
        }
        hash = mixed(hash ^ last);
        return hash ^ hash >>> 29;
    }

    private static long mixed(long word) {
        long product = word * 0xff51afd7ed558ccdL;
        return (product ^ product >>> 32) * 0xc4ceb9fe1a85ec53L;
    }

    /** What {@link #fixed64()} would give. */
    public long peek64() {
        return (long) LONGS.get(buffer, at);
    }

    /** What {@link #fixed32()} would give there. */
    public int int32(int position) {
        return (int) INTS.get(buffer, position);
    }

    public int get() {
        return buffer[at++] & 0xFF;
    }

    public long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    public long signed() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    public int count() {
        return (int) varint();
    }

    /** Runs the read as often as the count that stands here says. */
    public void times(Runnable read) {
        for (int left = count(); left > 0; left--) {
            read.run();
        }
    }

    public long fixed64() {
        long value = peek64();
        at += Long.BYTES;
        return value;
    }

    public int fixed32() {
        int value = int32(at);
        at += Integer.BYTES;
        return value;
    }

    public String string() {
        int length = count() - 1;
        if (length < 0) {
            return null;
        }
        String value = new String(buffer, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    public Unpacker block() {
        int length = count();
        Unpacker inner = new Unpacker(buffer, at, at + length);
        at += length;
        return inner;
    }

    public boolean hasMore() {
        return at < end;
    }

    /** What a newer version appended, to be written back as it is. */
    public byte[] rest() {
        return at == end ? NOTHING : Arrays.copyOfRange(buffer, at, end);
    }
}
