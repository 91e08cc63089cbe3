package io.rollcall.ledger;

import io.rollcall.pack.Unpacker;

/**
 * Which facts (claims, identities, attributes) surely stand in which rows: hashes of those read or
 * written lately, so that most repeats need no look at the state. It only ever forgets: who was not
 * heard of for long makes room, and when a row changes all that was known of it is void.
 *
 * <p>A person and a fact are known by 64 bits each: to mistake one for another has a chance of
 * about one in 10^18.
 */
final class RecentFacts {

    /** A row of more is looked at each time. */
    private static final int MOST_OF_ONE = 1 << 10;

    private static final long PERSON = 0x9e3779b97f4a7c15L;

    private final FactRing ring;
    private final long[] facts = new long[MOST_OF_ONE];
    private int learned;
    private long person;

    RecentFacts(long bytes) {
        ring = new FactRing(bytes);
    }

    /** Whether all that an event says is known to stand in its person's row. */
    boolean holds(Unpacker event) {
        about(event);
        return ring.find(person)
                && EventCodec.isMemberships(event)
                && claims(event, false)
                && identities(event, false, false)
                && attributes(event, false);
    }

    /** Takes note of a row that was just read or written. */
    void learn(Unpacker about, byte[] row) {
        about(about);
        learned = 0;
        Unpacker in = new Unpacker(row);
        boolean all =
                RowCodec.isPerson(in)
                        && claims(in, true)
                        && identities(in, true, true)
                        && attributes(in, true);
        if (all) {
            ring.put(person, facts, learned);
        } else {
            ring.forget(person);
        }
    }

    /** The row of this person is another one from now on. */
    void forget(Unpacker about) {
        about(about);
        ring.forget(person);
    }

    private void about(Unpacker in) {
        int from = in.at();
        in.skipString();
        // Nobody is 0.
        person = in.hashFrom(from, PERSON) | 1;
    }

    private boolean claims(Unpacker in, boolean learn) {
        for (int left = in.count(); left > 0; left--) {
            int from = in.at();
            RowCodec.skipClaim(in);
            if (!fact(in, from, person + 1, learn)) {
                return false;
            }
        }
        return true;
    }

    /** In a row they have a time, which says nothing here. */
    private boolean identities(Unpacker in, boolean dated, boolean learn) {
        for (int left = in.count(); left > 0; left--) {
            int from = in.at();
            in.skipString();
            in.skipString();
            if (!fact(in, from, person + 2, learn)) {
                return false;
            }
            if (dated) {
                in.skipVarint();
            }
        }
        return true;
    }

    private boolean attributes(Unpacker in, boolean learn) {
        for (int left = in.count(); left > 0; left--) {
            int from = in.at();
            in.skipString();
            in.skipString();
            in.skipVarint();
            if (!fact(in, from, person + 3, learn)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is known, or there was room to learn it. */
    private boolean fact(Unpacker in, int from, long kind, boolean learn) {
        long fact = in.hashFrom(from, kind);
        if (!learn) {
            return ring.holds(fact);
        }
        if (learned < MOST_OF_ONE) {
            facts[learned++] = fact;
            return true;
        }
        return false;
    }
}
