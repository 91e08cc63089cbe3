package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.report.CallKind;

/** The bytes of one list's block in a row. */
final class ListCodec {

    private static final CallKind[] CALLS = CallKind.values();
    private static final Reported[] REPORTED = Reported.values();
    private static final Desired[] DESIRED = Desired.values();
    private static final Standing[] STANDINGS = Standing.values();

    /** The parts that a list may have. */
    private static final int CALLED = 1;

    private static final int SEEN = 2;
    private static final int WISHED = 4;
    private static final int REFUSED = 8;
    private static final int OTHERS = 16;
    private static final int LATE = 32;

    private ListCodec() {}

    static void encode(Packer out, ListRow row) {
        int parts = parts(row);
        out.varint(row.list);
        out.put(row.reported.ordinal() | (row.proven ? 8 : 0));
        out.put(told(row));
        out.put(parts);
        if ((parts & CALLED) != 0) {
            out.put(row.direction == null ? 0 : row.direction.ordinal() + 1);
            out.varint(row.sequence + 1);
            out.signed(row.endOffset - row.sequence);
            out.varint(row.contraryEnd + 1);
        }
        if ((parts & SEEN) != 0) {
            out.signed(row.seen - row.endOffset);
        }
        if ((parts & WISHED) != 0) {
            WishCodec.encode(out, row.wish, row.lane, row.asOf);
        }
        if ((parts & REFUSED) != 0) {
            out.string(row.refusal);
            out.varint(row.refusedAt);
            out.varint(row.tries);
            out.varint(row.nextAt);
        }
        if ((parts & OTHERS) != 0) {
            out.varint(row.others.size());
            row.others.forEach(other -> other(out, other));
        }
        if ((parts & LATE) != 0) {
            out.varint(row.lateUntil);
        }
        out.raw(row.trailing);
    }

    /** Which of its parts a list has: most have few, and there is one for each membership. */
    private static int parts(ListRow row) {
        boolean called = row.direction != null || row.sequence >= 0;
        boolean refused = row.refusal != null || row.refusedAt != 0 || row.tries != 0;
        return (called || row.endOffset >= 0 || row.contraryEnd >= 0 ? CALLED : 0)
                | (row.seen == row.endOffset ? 0 : SEEN)
                | (row.wish == null ? 0 : WISHED)
                | (refused || row.nextAt != 0 ? REFUSED : 0)
                | (row.others.isEmpty() ? 0 : OTHERS)
                | (row.lateUntil == 0 ? 0 : LATE);
    }

    static ListRow decode(Unpacker in) {
        ListRow row = new ListRow(in.varint());
        int reported = in.get();
        row.reported = REPORTED[reported & 7];
        row.proven = (reported & 8) != 0;
        int told = in.get();
        row.toldDesired = DESIRED[told & 3];
        row.toldReported = REPORTED[told >> 4 & 3];
        row.toldStanding = STANDINGS[told >> 2 & 3 | told >> 4 & 12];
        int parts = in.get();
        if ((parts & CALLED) != 0) {
            int direction = in.get();
            row.direction = direction == 0 ? null : CALLS[direction - 1];
            row.sequence = in.varint() - 1;
            row.endOffset = row.sequence + in.signed();
            row.contraryEnd = in.varint() - 1;
        }
        row.seen = row.endOffset + ((parts & SEEN) != 0 ? in.signed() : 0);
        if ((parts & WISHED) != 0) {
            row.wish = WishCodec.kind(in);
            row.lane = WishCodec.lane(in, row.wish);
            row.asOf = WishCodec.asOf(in, row.wish);
        }
        if ((parts & REFUSED) != 0) {
            row.refusal = in.string();
            row.refusedAt = in.varint();
            row.tries = in.count();
            row.nextAt = in.varint();
        }
        if ((parts & OTHERS) != 0) {
            in.times(() -> row.others.add(other(in)));
        }
        row.lateUntil = (parts & LATE) != 0 ? in.varint() : 0;
        row.trailing = in.rest();
        return row;
    }

    /** Desired in bits 0 and 1, reported in 4 and 5, the standing in those between and above. */
    private static int told(ListRow row) {
        int standing = row.toldStanding.ordinal();
        return row.toldDesired.ordinal()
                | row.toldReported.ordinal() << 4
                | (standing & 3) << 2
                | (standing & 12) << 4;
    }

    private static void other(Packer out, OtherLead other) {
        out.varint(other.lead() << 1 | (other.wished() ? 1 : 0));
        out.varint(other.asOf() + 1);
        out.varint(other.tries());
        out.varint(other.nextAt());
    }

    private static OtherLead other(Unpacker in) {
        long packed = in.varint();
        return new OtherLead(
                packed >>> 1, (packed & 1) != 0, in.varint() - 1, in.count(), in.varint());
    }
}
