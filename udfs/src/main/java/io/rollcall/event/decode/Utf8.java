package io.rollcall.event.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8, which Jackson is not: it reads overlong forms and halves of surrogate pairs. */
final class Utf8 {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    static boolean isValid(byte[] bytes) {
        int from = asciiWords(bytes);
        return from == bytes.length || decodes(ByteBuffer.wrap(bytes, from, bytes.length - from));
    }

    /** How many bytes at the start are surely ASCII, 32 at a time and then one by one. */
    private static int asciiWords(byte[] bytes) {
        int at = 0;
        while (at + 32 <= bytes.length && (fourWords(bytes, at) & HIGH_BITS) == 0) {
            at += 32;
        }
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private static long fourWords(byte[] bytes, int at) {
        long first = (long) LONGS.get(bytes, at) | (long) LONGS.get(bytes, at + 8);
        return first | (long) LONGS.get(bytes, at + 16) | (long) LONGS.get(bytes, at + 24);
    }

    private static boolean decodes(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer scratch = CharBuffer.allocate(Math.min(bytes.remaining(), 1_024));
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(bytes, scratch.clear(), true);
        }
        return !result.isError();
    }
}
