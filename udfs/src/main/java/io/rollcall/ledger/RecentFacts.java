package io.rollcall.ledger;

import io.rollcall.pack.Unpacker;

/**
 * Which facts (claims, identities, attributes) surely stand in which rows: hashes of those read or
 * written lately, so that most repeats need no look at the state. It only ever forgets: a fact
 * takes the place of another, and when a row changes all that was known of its person is void.
 *
 * <p>A fact is known by 64 bits, at a place that other bits name: to mistake one for another has a
 * chance of one in 10^19.
 */
final class RecentFacts {

    /** 32 MB for a subtask of the ledger, where so many facts come by. */
    private static final int MOST = 1 << 22;

    private static final int FEWEST = 1 << 10;

    private static final long NAME = 0x9e3779b97f4a7c15L;
    private static final long PLACE = 0xd6e8feb86659fd93L;

    private long[] facts = new long[FEWEST];

    /** How often rows changed; people share a number, which makes them forget too much at worst. */
    private int[] changes = new int[FEWEST];

    private int learned;

    /** Whether all that an event says is known to stand in its person's row. */
    boolean holds(Unpacker event) {
        long person = person(event);
        return EventCodec.isMemberships(event)
                && claims(event, person, false)
                && identities(event, person, false, false)
                && attributes(event, person, false);
    }

    /** Takes note of a row that was just read or written. */
    void learn(Unpacker person, byte[] row) {
        makeRoom();
        long about = person(person);
        Unpacker in = new Unpacker(row);
        if (RowCodec.isPerson(in)) {
            claims(in, about, true);
            identities(in, about, true, true);
            attributes(in, about, true);
        }
    }

    /** The row of this person is another one from now on. */
    void forget(Unpacker person) {
        changes[slot(personHash(person), changes.length)]++;
    }

    private static int slot(long hash, int length) {
        return (int) (hash >>> 20) & length - 1;
    }

    private static long personHash(Unpacker in) {
        int from = in.at();
        in.skipString();
        return in.hashFrom(from, NAME);
    }

    private long person(Unpacker in) {
        long hash = personHash(in);
        return hash + changes[slot(hash, changes.length)] * PLACE;
    }

    private boolean claims(Unpacker in, long person, boolean learn) {
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
    private boolean identities(Unpacker in, long person, boolean dated, boolean learn) {
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

    private boolean attributes(Unpacker in, long person, boolean learn) {
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

    private boolean fact(Unpacker in, int from, long seed, boolean learn) {
        long name = in.hashFrom(from, seed);
        int place = slot(in.hashFrom(from, seed ^ PLACE), facts.length);
        if (learn) {
            facts[place] = name;
            learned++;
        }
        return facts[place] == name;
    }

    /** Grows with what there is to know; what was known is lost then, and soon learned again. */
    private void makeRoom() {
        if (learned > facts.length && facts.length < MOST) {
            facts = new long[facts.length << 1];
            changes = new int[facts.length >> 2];
            learned = 0;
        }
    }
}
