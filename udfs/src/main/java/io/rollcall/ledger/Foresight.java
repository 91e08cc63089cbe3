package io.rollcall.ledger;

import io.rollcall.pack.Unpacker;

/**
 * Looks where the people of a bundle may stand, all of them at once, before anyone is looked for:
 * the memory answers a dozen questions in the time of one, but only if none waits for another.
 */
final class Foresight {

    private final RowRing recent;
    private final long[] hashes = new long[Bundle.MOST];
    private int looked;

    /** Nobody asks for it; but what nobody keeps, the compiler would not read. */
    private long seen;

    Foresight(RowRing recent) {
        this.recent = recent;
    }

    void look(byte[] bundle) {
        if (Bundle.size(bundle) == 1) {
            return;
        }
        looked = 0;
        Bundle.forEach(bundle, this::see);
        seen = places() ^ rows();
    }

    private long places() {
        long any = 0;
        for (int i = 0; i < looked; i++) {
            any ^= recent.candidate(hashes[i], 0);
        }
        return any;
    }

    private long rows() {
        long any = 0;
        for (int i = 0; i < looked; i++) {
            for (int way = 0; way < RingIndex.WAYS; way++) {
                any ^= recent.glance(recent.candidate(hashes[i], way));
            }
        }
        return any;
    }

    private void see(int bucket, Unpacker event) {
        hashes[looked++] = RowRing.hash(event);
    }
}
