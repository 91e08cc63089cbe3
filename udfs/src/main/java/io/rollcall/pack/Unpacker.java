package io.rollcall.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link Packer} wrote. */
public final class Unpacker {

    private static final byte[] NOTHING = {};

    private final byte[] buffer;
    private final int end;
    private int at;

    public Unpacker(byte[] buffer) {
        this(buffer, 0, buffer.length);
    }

    private Unpacker(byte[] buffer, int from, int end) {
        this.buffer = buffer;
        this.at = from;
        this.end = end;
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
        long value = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            value |= (buffer[at++] & 0xFFL) << shift;
        }
        return value;
    }

    public int fixed32() {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (buffer[at++] & 0xFF) << shift;
        }
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
