package io.rollcall.event.decode;

import io.rollcall.event.Assertion;
import java.util.ArrayList;
import java.util.List;

/** All memberships of one person in one message, in its order. Repeats stay: the ledger decides. */
final class Memberships {

    static final int MOST = 1_000;

    /** Whoever says more than one thing says a dozen. */
    private static final int SEVERAL = 24;

    private final ArrayList<Membership> found = new ArrayList<>(1);

    void add(Membership membership) throws RefusedException {
        if (found.size() == MOST) {
            throw Refusal.TOO_MANY_MEMBERSHIPS.because();
        }
        if (found.size() == 1) {
            found.ensureCapacity(SEVERAL);
        }
        found.add(membership);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Assertion> assertions(Arrival arrival, long messageTime) throws RefusedException {
        List<Assertion> assertions = new ArrayList<>(found.size());
        for (Membership membership : found) {
            assertions.add(membership.assertion(arrival, messageTime));
        }
        return assertions;
    }
}
