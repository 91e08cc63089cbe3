package io.rollcall.ledger;

import io.rollcall.pack.Unpacker;
import java.util.Arrays;

/**
 * Which facts (claims, identities, attributes) surely stand in which rows: hashes of those read or
 * written lately, so that most repeats need no look at the state. It only ever forgets: a fact
 * takes the place of another, and when a row changes all that was known of its person is void.
 *
 * <p>A fact is known by 64 bits, in a place that other bits name: to mistake one for another has a
 * chance of about one in 10^18.
 */
final class RecentFacts {

    private static final int FEWEST = 1 << 10;

    /** A person's facts stand together: a row of twenty costs a few cache lines, not twenty. */
    private static final int PLOT = 32;

    /** As many as a cache line holds: a fact stands anywhere in the line that its hash names. */
    private static final int LINE = 8;

    private static final long NAME = 0x9e3779b97f4a7c15L;
    private static final long PLACE = 0xd6e8feb86659fd93L;

    private final int most;
    private long[] facts = new long[FEWEST];
    private int learned;
    private long person;
    private int plot;

    /** {@code bytes} are rounded down to a power of two, so that a hash's bits name a place. */
    RecentFacts(long bytes) {
        long places = Math.min(bytes / Long.BYTES, 1 << 30);
        most = (int) Long.highestOneBit(Math.max(FEWEST, places));
    }

    /** Whether all that an event says is known to stand in its person's row. */
    boolean holds(Unpacker event) {
        about(event);
        return EventCodec.isMemberships(event)
                && claims(event, false)
                && identities(event, false, false)
                && attributes(event, false);
    }

    /** Takes note of a row that was just read or written. */
    void learn(Unpacker about, byte[] row) {
        makeRoom();
        about(about);
        Unpacker in = new Unpacker(row);
        if (RowCodec.isPerson(in)) {
            claims(in, true);
            identities(in, true, true);
            attributes(in, true);
        }
    }

    /** The row of this person is another one from now on; so are those of whom it shares with. */
    void forget(Unpacker about) {
        about(about);
        Arrays.fill(facts, plot, plot + PLOT, 0);
    }

    private void about(Unpacker in) {
        int from = in.at();
        in.skipString();
        person = in.hashFrom(from, NAME);
        plot = (int) (in.hashFrom(from, PLACE) >>> 20) & facts.length - PLOT;
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

    private boolean fact(Unpacker in, int from, long seed, boolean learn) {
        long name = in.hashFrom(from, seed);
        int line = plot + ((int) (name >>> 20) & PLOT - LINE);
        for (int i = line; i < line + LINE; i++) {
            if (facts[i] == name) {
                return true;
            }
        }
        if (learn) {
            learn(name, line);
        }
        return learn;
    }

    private void learn(long name, int line) {
        learned++;
        int place = line;
        while (place < line + LINE - 1 && facts[place] != 0) {
            place++;
        }
        facts[facts[place] == 0 ? place : line + ((int) name & LINE - 1)] = name;
    }

    /**
     * Grows with what there is to know, in a few big steps: what was known is lost at each of them,
     * and soon learned again.
     */
    private void makeRoom() {
        if (learned > facts.length / 2 && facts.length < most) {
            facts = new long[(int) Math.min((long) facts.length << 3, most)];
            learned = 0;
        }
    }
}
