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

    /** Beside what is reported. */
    private static final int PROVEN = 8;

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
        out.put(row.reported.ordinal() | (row.proven ? PROVEN : 0));
        out.put(told(row));
        out.put(parts);
        part(parts & CALLED, () -> called(out, row));
        part(parts & SEEN, () -> out.signed(row.seen - row.endOffset));
        part(parts & WISHED, () -> WishCodec.encode(out, row.wish, row.lane, row.asOf));
        part(parts & REFUSED, () -> refused(out, row));
        part(parts & OTHERS, () -> others(out, row));
        part(parts & LATE, () -> out.varint(row.lateUntil));
        out.raw(row.trailing);
    }

    private static void part(int has, Runnable part) {
        if (has != 0) {
            part.run();
        }
    }

    private static void called(Packer out, ListRow row) {
        out.put(row.direction == null ? 0 : row.direction.ordinal() + 1);
        out.varint(row.sequence + 1);
        out.signed(row.endOffset - row.sequence);
        out.varint(row.contraryEnd + 1);
    }

    private static void refused(Packer out, ListRow row) {
        out.string(row.refusal);
        out.varint(row.refusedAt);
        out.varint(row.tries);
        out.varint(row.nextAt);
    }

    private static void others(Packer out, ListRow row) {
        out.varint(row.others.size());
        row.others.forEach(other -> other(out, other));
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
        row.reported = REPORTED[reported & PROVEN - 1];
        row.proven = (reported & PROVEN) != 0;
        told(row, in.get());
        int parts = in.get();
        part(parts & CALLED, () -> called(row, in));
        row.seen = row.endOffset;
        part(parts & SEEN, () -> row.seen += in.signed());
        part(parts & WISHED, () -> wished(row, in));
        part(parts & REFUSED, () -> refused(row, in));
        part(parts & OTHERS, () -> in.times(() -> row.others.add(other(in))));
        part(parts & LATE, () -> row.lateUntil = in.varint());
        row.trailing = in.rest();
        return row;
    }

    private static void called(ListRow row, Unpacker in) {
        int direction = in.get();
        row.direction = direction == 0 ? null : CALLS[direction - 1];
        row.sequence = in.varint() - 1;
        row.endOffset = row.sequence + in.signed();
        row.contraryEnd = in.varint() - 1;
    }

    private static void wished(ListRow row, Unpacker in) {
        row.wish = WishCodec.kind(in);
        row.lane = WishCodec.lane(in, row.wish);
        row.asOf = WishCodec.asOf(in, row.wish);
    }

    private static void refused(ListRow row, Unpacker in) {
        row.refusal = in.string();
        row.refusedAt = in.varint();
        row.tries = in.count();
        row.nextAt = in.varint();
    }

    /** Desired in bits 0 and 1, reported in 4 and 5, the standing in those between and above. */
    private static int told(ListRow row) {
        int standing = row.toldStanding.ordinal();
        return row.toldDesired.ordinal()
                | row.toldReported.ordinal() << 4
                | (standing & 3) << 2
                | (standing & 12) << 4;
    }

    private static void told(ListRow row, int told) {
        row.toldDesired = DESIRED[told & 3];
        row.toldReported = REPORTED[told >> 4 & 3];
        row.toldStanding = STANDINGS[told >> 2 & 3 | told >> 4 & 12];
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
