package io.rollcall.ledger;

import io.rollcall.event.Assertion;
import java.util.List;

/**
 * The end of a snapshot, for one person: whoever was last said to be in before it has left. The
 * rows of the snapshot itself carry its own time, so a claim of that time is one of them.
 */
final class Snapshot {

    private Snapshot() {}

    private static final long ANY_AUDIENCE = NameHashes.ofAudience(Assertion.ANY_AUDIENCE);

    /** Whether the person was missing. The exit stands just before the snapshot: a tie is one. */
    static boolean end(Row row, List<Claim> ends) {
        boolean missing = false;
        for (int i = 0; i < row.claims.size(); i++) {
            Claim claim = row.claims.get(i);
            for (Claim end : ends) {
                if (concerns(end, claim) && claim.in() && claim.at() < end.at()) {
                    long left = end.at() - 1;
                    row.claims.set(
                            i, new Claim(claim.audience(), claim.namespace(), false, left, 0));
                    missing = true;
                    break;
                }
            }
        }
        return missing;
    }

    private static boolean concerns(Claim end, Claim claim) {
        return end.sameMatter(claim)
                || end.audience() == ANY_AUDIENCE && end.namespace() == claim.namespace();
    }
}
