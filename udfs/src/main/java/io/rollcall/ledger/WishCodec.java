package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;

/** The bytes of a wish that is out: one for none. */
final class WishCodec {

    private static final Lane[] LANES = Lane.values();
    private static final Wish.Kind[] WISHES = Wish.Kind.values();

    private WishCodec() {}

    static void encode(Packer out, Wish.Kind wish, Lane lane, long asOf) {
        out.put(wish == null ? 0 : wish.ordinal() + 1);
        if (wish != null) {
            out.put(lane.ordinal());
            out.varint(asOf + 1);
        }
    }

    static Wish.Kind kind(Unpacker in) {
        int wish = in.get();
        return wish == 0 ? null : WISHES[wish - 1];
    }

    static Lane lane(Unpacker in, Wish.Kind wish) {
        return wish == null ? null : LANES[in.get()];
    }

    static long asOf(Unpacker in, Wish.Kind wish) {
        return wish == null ? -1 : in.varint() - 1;
    }
}
