package io.rollcall.ledger;

import io.rollcall.report.CallKind;

/**
 * What one ended list call says of one person: in which direction, from when (the sequence of its
 * announcement) to when (the offset of its end), and whether it is proven that it ran.
 */
record CallFact(CallKind direction, long sequence, long endOffset, boolean proven) {

    private Reported meaning() {
        return !proven ? Reported.UNKNOWN : direction == CallKind.ADD ? Reported.IN : Reported.OUT;
    }

    /**
     * Rule 3.2.6: the call sent last decides; calls in contrary directions that overlap leave the
     * list unknown; of two ends of one call, the proof counts.
     */
    void applyTo(ListRow row) {
        if (row.direction != null && sequence == row.sequence) {
            if (proven && !row.proven && row.direction == direction) {
                decide(row, meaning(), endOffset);
            }
        } else if (overlapsContrary(row)) {
            decide(row, Reported.UNKNOWN, Math.max(endOffset, row.endOffset));
        } else if (sequence > row.sequence) {
            decide(row, meaning(), endOffset);
        }
    }

    private boolean overlapsContrary(ListRow row) {
        return row.direction != null
                && direction.contraryTo(row.direction)
                && Math.max(sequence, row.sequence) < Math.min(endOffset, row.endOffset);
    }

    private void decide(ListRow row, Reported reported, long end) {
        row.news |= row.reported != reported;
        row.reported = reported;
        row.proven = reported != Reported.UNKNOWN;
        row.direction = direction;
        row.sequence = Math.max(sequence, row.sequence);
        row.endOffset = end;
    }
}
