package io.rollcall.pack;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes compact values into a growing buffer: varints, length-prefixed strings and blocks. */
public final class Packer {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] buffer = new byte[256];
    private int size;

    public void put(int oneByte) {
        reserve(1);
        buffer[size++] = (byte) oneByte;
    }

    /** LEB128; negative numbers take ten bytes, so callers shift what can be negative. */
    public void varint(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    /** A varint of what is small, whether above or below zero. */
    public void signed(long value) {
        varint(value << 1 ^ value >> 63);
    }

    public void fixed64(long value) {
        reserve(Long.BYTES);
        LONGS.set(buffer, size, value);
        size += Long.BYTES;
    }

    public void fixed32(int value) {
        reserve(Integer.BYTES);
        INTS.set(buffer, size, value);
        size += Integer.BYTES;
    }

    /** Null is kept apart from empty. */
    public void string(String value) {
        if (value == null) {
            varint(0);
            return;
        }
        utf8(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A string that is encoded already. */
    public void utf8(byte[] bytes) {
        varint(bytes.length + 1L);
        raw(bytes);
    }

    public void raw(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /** A block that a reader of an older version can carry along unread. */
    public void block(Packer content) {
        varint(content.size);
        reserve(content.size);
        System.arraycopy(content.buffer, 0, buffer, size, content.size);
        size += content.size;
    }

    /** The same, written in place: cheaper where there are many. */
    public void block(Runnable content) {
        int start = size;
        content.run();
        int length = size - start;
        varint(length);
        int width = size - start - length;
        System.arraycopy(buffer, start, buffer, start + width, length);
        size = start;
        varint(length);
        size = start + width + length;
    }

    /** Bytes written so far. */
    public int size() {
        return size;
    }

    /** Copies what was written; answers how many bytes those are. */
    public int copyTo(byte[] to, int position) {
        System.arraycopy(buffer, 0, to, position, size);
        return size;
    }

    /** To write anew, into the same buffer. */
    public void clear() {
        size = 0;
    }

    public byte[] bytes() {
        return Arrays.copyOf(buffer, size);
    }

    private void reserve(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
