package io.rollcall.ledger;

import java.util.Arrays;

/**
 * What is known of each person, as hashes, in the order in which it was learned: a ring in which
 * the newest takes the place of the oldest, and an index that finds a person in it. Whatever the
 * index names that has been overwritten meanwhile shows by not starting with that person's hash.
 *
 * <p>Tried before: a place of fixed size a person, by their hash. It wasted a third of the memory
 * and lost every fourth person to somebody else with the same place.
 */
final class FactRing {

    private static final int FEWEST = 1 << 12;

    /** Places of the index in which a person may stand: they share a cache line. */
    private static final int WAYS = 4;

    private static final int PLACES_FOR_ONE_OF_INDEX = 8;
    private static final int HEADER = 2;

    private final int most;
    private long[] ring = new long[FEWEST];
    private int[] index = indexFor(FEWEST);

    /** Where the next one goes; 0 is nowhere. */
    private int head = 1;

    /** Of the person found last: where their facts stand, how many, and which comes next. */
    private int first;

    private int count;
    private int next;

    FactRing(long bytes) {
        long eachPlace = Long.BYTES * PLACES_FOR_ONE_OF_INDEX + Integer.BYTES;
        long places = bytes * PLACES_FOR_ONE_OF_INDEX / eachPlace;
        most = (int) Math.max(FEWEST, Math.min(places, 1 << 30));
    }

    private static int[] indexFor(int places) {
        return new int[Integer.highestOneBit(places / PLACES_FOR_ONE_OF_INDEX)];
    }

    boolean find(long person) {
        int bucket = bucket(person);
        for (int way = bucket; way < bucket + WAYS; way++) {
            if (ring[index[way]] == person && index[way] != 0) {
                first = index[way] + HEADER;
                count = (int) ring[first - 1];
                next = 0;
                return true;
            }
        }
        return false;
    }

    /** Sources keep an order of their own, so each fact is looked for behind the one before. */
    boolean holds(long fact) {
        for (int tried = 0; tried < count; tried++) {
            next = next == count ? 0 : next;
            if (ring[first + next++] == fact) {
                return true;
            }
        }
        return false;
    }

    void forget(long person) {
        if (find(person)) {
            ring[first - HEADER] = 0;
        }
    }

    /** A person of whom as much is known as before keeps their place. */
    void put(long person, long[] facts, int many) {
        if (!find(person) || count != many) {
            forget(person);
            first = place(person, many + HEADER) + HEADER;
        }
        ring[first - HEADER] = person;
        ring[first - 1] = many;
        System.arraycopy(facts, 0, ring, first, many);
    }

    private int place(long person, int size) {
        if (head + size > ring.length) {
            turn(size);
        }
        int place = head;
        head += size;
        index[way(person)] = place;
        return place;
    }

    private void turn(int size) {
        if (ring.length < most) {
            grow(size);
        } else {
            head = 1;
        }
    }

    private void grow(int size) {
        int[] old = index;
        long wanted = Math.max((long) ring.length << 2, ring.length + (long) size);
        ring = Arrays.copyOf(ring, (int) Math.min(wanted, most));
        index = indexFor(ring.length);
        for (int place : old) {
            if (place != 0 && ring[place] != 0) {
                index[way(ring[place])] = place;
            }
        }
        if (head + size > ring.length) {
            head = 1;
        }
    }

    private int bucket(long person) {
        return (int) (person >>> Integer.SIZE) & index.length - WAYS;
    }

    /** The place of nobody, or of somebody who was overwritten; else of the one there longest. */
    private int way(long person) {
        int bucket = bucket(person);
        int oldest = bucket;
        for (int way = bucket; way < bucket + WAYS; way++) {
            long there = ring[index[way]];
            if (index[way] == 0 || there == 0 || bucket(there) != bucket) {
                return way;
            }
            oldest = age(way) > age(oldest) ? way : oldest;
        }
        return oldest;
    }

    private int age(int way) {
        return Math.floorMod(head - index[way], ring.length);
    }
}
