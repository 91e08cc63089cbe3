package io.rollcall.event;

import java.nio.charset.StandardCharsets;

/**
 * The ledger's key: persons are spread over a fixed number of buckets, so that a sweep can walk
 * them without a timer per person. Part of the state format: neither the hash nor the count may
 * ever change.
 */
public final class Bucket {

    public static final int COUNT = 16_384;

    private Bucket() {}

    /** murmur3_32 (seed 0) over the UTF-8 of the person key, modulo {@link #COUNT}. */
    public static int of(String person) {
        return of(person.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code person} in UTF-8. */
    public static int of(byte[] person) {
        return Murmur3.hash32(person) & (COUNT - 1);
    }
}
