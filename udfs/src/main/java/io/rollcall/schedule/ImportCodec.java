package io.rollcall.schedule;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How far an import has come, as it stands in state. */
final class ImportCodec {

    private static final int VERSION = 1;

    private ImportCodec() {}

    static byte[] encode(Import one) {
        Packer out = new Packer();
        out.put(VERSION);
        out.string(one.id);
        out.put(one.kind.ordinal());
        out.varint(one.list);
        out.put(one.phase.ordinal());
        out.put(one.result.ordinal());
        out.varint(one.parts);
        out.varint(one.rows);
        out.varint(one.since);
        out.varint(one.lookAt);
        out.varint(one.looks);
        out.varint(one.batch);
        out.varint(one.failed);
        out.varint(one.warned);
        out.varint(one.row);
        out.string(one.call);
        keys(out, one.refused);
        keys(out, one.doubtful);
        out.put(one.adopted ? 1 : 0);
        return out.bytes();
    }

    private static void keys(Packer out, Set<Long> keys) {
        out.varint(keys.size());
        keys.forEach(out::fixed64);
    }

    static Import decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        Version.check(in.get(), VERSION, "import");
        Import made = new Import(in.string(), Wish.Kind.values()[in.get()], in.varint());
        made.phase = Import.Phase.values()[in.get()];
        made.result = Import.Result.values()[in.get()];
        made.parts = in.count();
        made.rows = in.count();
        made.since = in.varint();
        made.lookAt = in.varint();
        made.looks = in.count();
        made.batch = in.varint();
        made.failed = in.count();
        made.warned = in.count();
        made.row = in.count();
        made.call = in.string();
        made.refused.addAll(keys(in));
        made.doubtful.addAll(keys(in));
        made.adopted = in.hasMore() && in.get() != 0;
        return made;
    }

    private static List<Long> keys(Unpacker in) {
        List<Long> keys = new ArrayList<>();
        in.times(() -> keys.add(in.fixed64()));
        return keys;
    }
}
