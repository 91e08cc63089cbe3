package io.rollcall.job.dataverse;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The ids of a table's rows: 16 bytes each in a checkpoint. */
final class RowIds {

    private final Set<UUID> ids = new HashSet<>();
    private byte[] encoded;

    static RowIds decode(byte[] bytes) {
        RowIds ids = new RowIds();
        Unpacker in = new Unpacker(bytes);
        while (in.hasMore()) {
            ids.ids.add(new UUID(in.fixed64(), in.fixed64()));
        }
        return ids;
    }

    /** Kept until something changes: most checkpoints find the same rows. */
    byte[] encode() {
        if (encoded == null) {
            encoded = packed();
        }
        return encoded;
    }

    private byte[] packed() {
        Packer out = new Packer();
        for (UUID id : ids) {
            out.fixed64(id.getMostSignificantBits());
            out.fixed64(id.getLeastSignificantBits());
        }
        return out.bytes();
    }

    /** What is no id is for the decoder to refuse. */
    void add(String id) {
        if (isId(id) && ids.add(UUID.fromString(id))) {
            encoded = null;
        }
    }

    void addAll(RowIds others) {
        if (ids.addAll(others.ids)) {
            encoded = null;
        }
    }

    void remove(String id) {
        if (isId(id) && ids.remove(UUID.fromString(id))) {
            encoded = null;
        }
    }

    boolean contains(String id) {
        return isId(id) && ids.contains(UUID.fromString(id));
    }

    private static boolean isId(String id) {
        return id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    Set<UUID> without(RowIds others) {
        Set<UUID> rest = new HashSet<>(ids);
        rest.removeAll(others.ids);
        return rest;
    }

    int size() {
        return ids.size();
    }
}
