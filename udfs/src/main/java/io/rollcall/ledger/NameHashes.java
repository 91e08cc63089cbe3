package io.rollcall.ledger;

import io.rollcall.event.NameMemory;
import io.rollcall.pack.Hash64;

/** The hashes of audiences' names and namespaces. */
final class NameHashes {

    private static final NameMemory<Long, RuntimeException> AUDIENCES =
            new NameMemory<>(Hash64::of);
    private static final NameMemory<Integer, RuntimeException> NAMESPACES =
            new NameMemory<>(Hash64::ofNamespace);

    private NameHashes() {}

    static long ofAudience(String name) {
        return AUDIENCES.of(name);
    }

    static int ofNamespace(String name) {
        return name == null ? Hash64.ofNamespace(null) : NAMESPACES.of(name);
    }
}
