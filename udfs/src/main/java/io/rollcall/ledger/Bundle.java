package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bytes of events that go to the ledger together: a record's price in the network is paid once
 * for all, and what the ledger has to fetch from memory for them it fetches at once. Their number,
 * then of each its bucket, its length, and what {@link EventCodec} writes.
 */
final class Bundle {

    /** About as many looks into memory as a processor has under way at a time; fits into a byte. */
    static final int MOST = 16;

    /** Bytes before the first event. */
    static final int NUMBER = 1;

    /** And before each. */
    static final int HEADER = 2 * Integer.BYTES;

    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Bundle() {}

    /** Answers where the next one goes. */
    static int write(byte[] to, int at, int bucket, Packer event) {
        INTS.set(to, at, bucket);
        INTS.set(to, at + Integer.BYTES, event.size());
        return at + HEADER + event.copyTo(to, at + HEADER);
    }

    /** Of so many events that were written from here to there, behind room for their number. */
    static LedgerInput of(int events, byte[] written, int from, int to) {
        byte[] bundle = Arrays.copyOfRange(written, from, to);
        bundle[0] = (byte) events;
        return LedgerInput.events((int) INTS.get(bundle, NUMBER), bundle);
    }

    interface Visitor {

        void visit(int bucket, Unpacker event);
    }

    static int size(byte[] bundle) {
        return bundle[0];
    }

    static void forEach(byte[] bundle, Visitor visitor) {
        Unpacker in = new Unpacker(bundle);
        for (int left = in.get(); left > 0; left--) {
            int bucket = in.fixed32();
            int end = in.fixed32() + in.at();
            visitor.visit(bucket, new Unpacker(bundle, in.at(), end));
            in.goTo(end);
        }
    }
}
