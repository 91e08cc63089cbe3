package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.report.CallKind;

/** What the calls made in one person's name say of a list, for another row of the same lead. */
record ListFact(
        long list,
        CallKind direction,
        long sequence,
        long endOffset,
        long contraryEnd,
        boolean proven,
        long lateUntil) {

    private static final int LATE = 64;

    private static final CallKind[] CALLS = CallKind.values();

    static boolean isOf(ListRow row) {
        return row.direction != null || row.endOffset >= 0 || row.contraryEnd >= 0;
    }

    static ListFact of(ListRow row) {
        return new ListFact(
                row.list,
                row.direction,
                row.sequence,
                row.endOffset,
                row.contraryEnd,
                row.proven,
                row.lateUntil);
    }

    /** Facts may come in any order and more than once; only what is not known makes doubt. */
    void applyTo(InstanceRow instance) {
        ListRow row = instance.listOrNew(list);
        row.mayBeLate(lateUntil);
        if (direction == null) {
            long reached = Math.max(endOffset, contraryEnd);
            if (reached > row.sequence) {
                row.doubt(Reported.UNKNOWN, reached);
            }
            return;
        }
        new CallFact(direction, sequence, endOffset, proven).applyTo(row);
        if (contraryEnd >= 0) {
            CallKind contrary = direction == CallKind.ADD ? CallKind.REMOVE : CallKind.ADD;
            new CallFact(contrary, -1, contraryEnd, false).applyTo(row);
        }
    }

    void encode(Packer out) {
        out.varint(list);
        int kind = direction == null ? 0 : direction.ordinal() + 1;
        out.put(kind << 1 | (proven ? 1 : 0) | (lateUntil == 0 ? 0 : LATE));
        out.varint(sequence + 1);
        out.varint(endOffset + 1);
        out.varint(contraryEnd + 1);
        if (lateUntil != 0) {
            out.varint(lateUntil);
        }
    }

    static ListFact decode(Unpacker in) {
        long list = in.varint();
        int flags = in.get();
        int kind = (flags & ~LATE) >> 1;
        CallKind direction = kind == 0 ? null : CALLS[kind - 1];
        return new ListFact(
                list,
                direction,
                in.varint() - 1,
                in.varint() - 1,
                in.varint() - 1,
                (flags & 1) != 0,
                (flags & LATE) == 0 ? 0 : in.varint());
    }
}
