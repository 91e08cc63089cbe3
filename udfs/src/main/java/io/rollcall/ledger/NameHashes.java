package io.rollcall.ledger;

import io.rollcall.pack.Hash64;
import java.util.function.ToLongFunction;

/**
 * The hashes of audiences' names and namespaces: the same few come again and again, so they are
 * remembered. Threads share it without a lock, since an entry never changes.
 */
final class NameHashes {

    private static final NameHashes AUDIENCES = new NameHashes(Hash64::of);
    private static final NameHashes NAMESPACES = new NameHashes(Hash64::ofNamespace);

    /** A power of two; more audiences than these only cost time. */
    private static final int SIZE = 1 << 12;

    private final Entry[] entries = new Entry[SIZE];
    private final ToLongFunction<String> hash;

    private NameHashes(ToLongFunction<String> hash) {
        this.hash = hash;
    }

    private record Entry(String name, long hash) {}

    static long ofAudience(String name) {
        return AUDIENCES.of(name);
    }

    static int ofNamespace(String name) {
        return name == null ? Hash64.ofNamespace(null) : (int) NAMESPACES.of(name);
    }

    private long of(String name) {
        int place = (name.hashCode() * 0x9e3779b9) >>> 20;
        Entry known = entries[place];
        if (known == null || !known.name.equals(name)) {
            known = new Entry(name, hash.applyAsLong(name));
            entries[place] = known;
        }
        return known.hash;
    }
}
