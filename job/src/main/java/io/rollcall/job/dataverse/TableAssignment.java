package io.rollcall.job.dataverse;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** Tables that a reader has, by name, and those that wait for one. */
record TableAssignment(List<String> assigned, List<TableSplit> waiting) {

    static final TableAssignment NONE = new TableAssignment(List.of(), List.of());

    /** As it stands in checkpoints. */
    static final class Serializer implements SimpleVersionedSerializer<TableAssignment> {

        private static final int VERSION = 1;

        private final TableSplitSerializer splits = new TableSplitSerializer();

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(TableAssignment assignment) {
            Packer out = new Packer();
            out.varint(assignment.assigned.size());
            assignment.assigned.forEach(out::string);
            out.varint(assignment.waiting.size());
            for (TableSplit split : assignment.waiting) {
                out.block(() -> out.raw(splits.serialize(split)));
            }
            return out.bytes();
        }

        @Override
        public TableAssignment deserialize(int version, byte[] bytes) throws IOException {
            if (version != VERSION) {
                throw new IOException("tables of Dataverse in an unknown version: " + version);
            }
            Unpacker in = new Unpacker(bytes);
            List<String> assigned = new ArrayList<>();
            in.times(() -> assigned.add(in.string()));
            List<TableSplit> waiting = new ArrayList<>();
            for (int i = in.count(); i > 0; i--) {
                waiting.add(splits.deserialize(splits.getVersion(), in.block().rest()));
            }
            return new TableAssignment(assigned, waiting);
        }
    }
}
