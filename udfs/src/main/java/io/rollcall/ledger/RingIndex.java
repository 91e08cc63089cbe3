package io.rollcall.ledger;

import java.util.function.IntToLongFunction;

/**
 * Finds the place of a hash in a ring. Four hashes share a cache line; of those that do not fit the
 * one that stands in the ring longest gives way.
 */
final class RingIndex {

    /** Places in which a hash may stand. */
    static final int WAYS = 4;

    /** A place carries so many bits of its hash, so that hardly any other is looked at in vain. */
    private static final int TAG_BITS = 6;

    /** So that a place and its bits are an int. */
    private static final int MOST_UNITS = 1 << Integer.SIZE - TAG_BITS;

    private static final int TAG = (1 << TAG_BITS) - 1;
    private static final int UNITS_FOR_ONE = 4;

    private final IntToLongFunction hashAt;
    private int units;
    private int[] places;

    /** {@code hashAt} tells which hash stands at a place now: 0, or anything, if none does. */
    RingIndex(int units, IntToLongFunction hashAt) {
        this.hashAt = hashAt;
        resize(units);
    }

    /** How many units of so many bytes there may be, if with their index they take this memory. */
    static int units(long memory, int bytes) {
        long units = memory * UNITS_FOR_ONE / (UNITS_FOR_ONE * bytes + Integer.BYTES);
        return (int) Math.min(units, MOST_UNITS - 1);
    }

    private void resize(int wanted) {
        units = wanted;
        places = new int[Integer.highestOneBit(wanted / UNITS_FOR_ONE)];
    }

    /** Where the hash may stand, by {@code way} from 0 up to {@link #WAYS}; 0 is nowhere. */
    int candidate(long hash, int way) {
        int place = places[bucket(hash) + way];
        return ((place ^ tag(hash)) & TAG) == 0 ? place >>> TAG_BITS : 0;
    }

    /** {@code head} is where the ring's oldest stands. */
    void put(long hash, int unit, int head) {
        places[way(hash, head)] = unit << TAG_BITS | tag(hash);
    }

    void grow(int wanted, int head) {
        int[] old = places;
        resize(wanted);
        for (int place : old) {
            int unit = place >>> TAG_BITS;
            long hash = unit == 0 ? 0 : hashAt.applyAsLong(unit);
            if (hash != 0) {
                put(hash, unit, head);
            }
        }
    }

    /** The place of nobody, or of somebody who was overwritten; else of the one there longest. */
    private int way(long hash, int head) {
        int bucket = bucket(hash);
        int oldest = bucket;
        for (int way = bucket; way < bucket + WAYS; way++) {
            int unit = places[way] >>> TAG_BITS;
            long there = unit == 0 ? 0 : hashAt.applyAsLong(unit);
            if (there == 0 || there == hash || bucket(there) != bucket) {
                return way;
            }
            oldest = age(way, head) > age(oldest, head) ? way : oldest;
        }
        return oldest;
    }

    private int age(int way, int head) {
        return Math.floorMod(head - (places[way] >>> TAG_BITS), units);
    }

    private int bucket(long hash) {
        return (int) (hash >>> Integer.SIZE) & places.length - WAYS;
    }

    private static int tag(long hash) {
        return (int) hash & TAG;
    }
}
