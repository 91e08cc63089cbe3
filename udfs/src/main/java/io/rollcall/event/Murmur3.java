package io.rollcall.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** MurmurHash3 x86_32 with seed 0, as published by Austin Appleby; pinned by test vectors. */
final class Murmur3 {

    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int C1 = 0xcc9e2d51;
    private static final int C2 = 0x1b873593;

    private Murmur3() {}

    static int hash32(byte[] data) {
        int hash = 0;
        int whole = data.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            hash = Integer.rotateLeft(hash ^ mix((int) WORDS.get(data, i)), 13) * 5 + 0xe6546b64;
        }
        if (whole < data.length) {
            hash ^= mix(littleEndian(data, whole, data.length - whole));
        }
        return avalanche(hash ^ data.length);
    }

    private static int littleEndian(byte[] data, int from, int count) {
        int word = 0;
        for (int i = 0; i < count; i++) {
            word |= (data[from + i] & 0xff) << (8 * i);
        }
        return word;
    }

    private static int mix(int word) {
        return Integer.rotateLeft(word * C1, 15) * C2;
    }

    private static int avalanche(int hash) {
        int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        h = (h ^ (h >>> 13)) * 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
