package io.rollcall.ledger;

/**
 * The end of a snapshot, for one person: whoever was last said to be in before it has left. The
 * rows of the snapshot itself carry its own time, so a claim of that time is one of them.
 */
final class Snapshot {

    private Snapshot() {}

    /** Whether the person was missing. The exit stands just before the snapshot: a tie is one. */
    static boolean end(Row row, Claim end) {
        for (int i = 0; i < row.claims.size(); i++) {
            Claim claim = row.claims.get(i);
            if (claim.sameMatter(end) && claim.in() && claim.at() < end.at()) {
                row.claims.set(
                        i, new Claim(end.audience(), end.namespace(), false, end.at() - 1, 0));
                return true;
            }
        }
        return false;
    }
}
