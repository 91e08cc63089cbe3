package io.rollcall.job.dataverse;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Splits as they stand in checkpoints. */
final class TableSplitSerializer implements SimpleVersionedSerializer<TableSplit> {

    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(TableSplit split) {
        Packer out = new Packer();
        out.string(split.table());
        out.string(split.version());
        out.varint(split.stage().ordinal());
        out.string(split.link());
        out.varint(split.rows());
        out.varint(split.startedAt());
        out.block(() -> out.raw(split.known()));
        out.block(() -> out.raw(split.seen()));
        out.raw(split.trailing());
        return out.bytes();
    }

    @Override
    public TableSplit deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException("tables of Dataverse in an unknown version: " + version);
        }
        Unpacker in = new Unpacker(bytes);
        return new TableSplit(
                in.string(),
                in.string(),
                TableSplit.Stage.values()[(int) in.varint()],
                in.string(),
                in.varint(),
                in.varint(),
                in.block().rest(),
                in.block().rest(),
                in.rest());
    }
}
