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

    private ListCodec() {}

    static void encode(Packer out, ListRow row) {
        out.varint(row.list);
        out.put(row.reported.ordinal() | (row.proven ? 8 : 0));
        out.put(told(row));
        out.put(row.direction == null ? 0 : row.direction.ordinal() + 1);
        out.varint(row.sequence + 1);
        out.varint(row.endOffset + 1);
        out.varint(row.contraryEnd + 1);
        out.varint(row.seen + 1);
        WishCodec.encode(out, row.wish, row.lane, row.asOf);
        out.string(row.refusal);
        out.varint(row.refusedAt);
        out.varint(row.tries);
        out.varint(row.nextAt);
        out.varint(row.others.size());
        row.others.forEach(other -> other(out, other));
        if (row.lateUntil != 0 || row.trailing.length > 0) {
            out.varint(row.lateUntil);
        }
        out.raw(row.trailing);
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
        int direction = in.get();
        row.direction = direction == 0 ? null : CALLS[direction - 1];
        row.sequence = in.varint() - 1;
        row.endOffset = in.varint() - 1;
        row.contraryEnd = in.varint() - 1;
        row.seen = in.varint() - 1;
        row.wish = WishCodec.kind(in);
        row.lane = WishCodec.lane(in, row.wish);
        row.asOf = WishCodec.asOf(in, row.wish);
        row.refusal = in.string();
        row.refusedAt = in.varint();
        row.tries = in.count();
        row.nextAt = in.varint();
        in.times(() -> row.others.add(other(in)));
        row.lateUntil = in.hasMore() ? in.varint() : 0;
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
