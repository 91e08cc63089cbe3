package io.rollcall.ledger;

import io.rollcall.report.CallKind;

/**
 * What one ended list call says of one person: in which direction, from when (the sequence of its
 * announcement) to when (the offset of its end), and whether it is proven that it ran.
 */
record CallFact(CallKind direction, long sequence, long endOffset, boolean proven) {

    /**
     * Rule 3.2.6: the call sent last decides, if it is proven and no call in the other direction
     * may have run after it was announced. The row keeps how far all others reached for that, not
     * only how far the last one did; so facts may come in any order.
     */
    void applyTo(ListRow row) {
        if (row.direction == null) {
            first(row);
        } else if (direction == row.direction) {
            again(row);
        } else {
            contrary(row);
        }
        row.reported = meaning(row);
    }

    /** After a doubt only what was announced behind it decides; older calls may still interfere. */
    private void first(ListRow row) {
        if (sequence < row.sequence) {
            row.endOffset = Math.max(row.endOffset, endOffset);
            return;
        }
        row.contraryEnd = Math.max(row.contraryEnd, row.endOffset);
        row.endOffset = endOffset;
        decide(row);
    }

    private void again(ListRow row) {
        row.endOffset = Math.max(row.endOffset, endOffset);
        if (sequence > row.sequence) {
            decide(row);
        } else if (sequence == row.sequence) {
            row.proven |= proven;
        }
    }

    private void contrary(ListRow row) {
        if (sequence < row.sequence) {
            row.contraryEnd = Math.max(row.contraryEnd, endOffset);
            return;
        }
        long reached = Math.max(row.contraryEnd, endOffset);
        row.contraryEnd = row.endOffset;
        row.endOffset = reached;
        decide(row);
    }

    private void decide(ListRow row) {
        row.direction = direction;
        row.sequence = sequence;
        row.proven = proven;
    }

    private static Reported meaning(ListRow row) {
        if (!row.proven || row.contraryEnd > row.sequence) {
            return Reported.UNKNOWN;
        }
        return row.direction == CallKind.ADD ? Reported.IN : Reported.OUT;
    }
}
