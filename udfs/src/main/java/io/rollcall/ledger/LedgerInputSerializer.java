package io.rollcall.ledger;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Events, which are nearly all of the ledger's input, cross the network as the bytes they are;
 * everything else as Flink would have it. Never used for state.
 */
final class LedgerInputSerializer extends TypeSerializer<LedgerInput> {

    private static final int EVENTS = 0;
    private static final int OTHER = 1;

    private final TypeSerializer<LedgerInput> others;

    LedgerInputSerializer(TypeSerializer<LedgerInput> others) {
        this.others = others;
    }

    @Override
    public void serialize(LedgerInput input, DataOutputView out) throws IOException {
        if (input.kind() == LedgerInput.Kind.EVENTS) {
            out.writeByte(EVENTS);
            out.writeInt(input.bucket());
            out.writeInt(input.events().length);
            out.write(input.events());
        } else {
            out.writeByte(OTHER);
            others.serialize(input, out);
        }
    }

    @Override
    public LedgerInput deserialize(DataInputView in) throws IOException {
        if (in.readByte() == OTHER) {
            return others.deserialize(in);
        }
        int bucket = in.readInt();
        byte[] events = new byte[in.readInt()];
        in.readFully(events);
        return LedgerInput.events(bucket, events);
    }

    @Override
    public LedgerInput deserialize(LedgerInput reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public LedgerInput copy(LedgerInput from) {
        return from;
    }

    @Override
    public LedgerInput copy(LedgerInput from, LedgerInput reuse) {
        return from;
    }

    @Override
    public LedgerInput createInstance() {
        return LedgerInput.sweep(0);
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public TypeSerializer<LedgerInput> duplicate() {
        return new LedgerInputSerializer(others.duplicate());
    }

    @Override
    public TypeSerializerSnapshot<LedgerInput> snapshotConfiguration() {
        throw new UnsupportedOperationException("the ledger's input is in no state");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerInputSerializer;
    }

    @Override
    public int hashCode() {
        return LedgerInputSerializer.class.hashCode();
    }
}
