package io.rollcall.ledger;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * Targets by a number that is spread evenly as it is: the hash of their audience, or the id of
 * their list. Every assertion and every list of a row asks for them: a map of boxed numbers took a
 * twelfth of what a repeat takes.
 */
final class TargetIndex {

    private static final Target[] NONE = {};
    private static final int SMALLEST = 64;

    private final ToLongFunction<Target> number;
    private Target[][] places = new Target[SMALLEST][];
    private int used;

    TargetIndex(ToLongFunction<Target> number) {
        this.number = number;
    }

    void clear() {
        places = new Target[SMALLEST][];
        used = 0;
    }

    void add(Target target) {
        if (2 * used >= places.length) {
            grow();
        }
        int place = place(number.applyAsLong(target));
        Target[] there = places[place];
        if (there == null) {
            used++;
            places[place] = new Target[] {target};
        } else {
            places[place] = Arrays.copyOf(there, there.length + 1);
            places[place][there.length] = target;
        }
    }

    /** Not to be changed. */
    Target[] of(long wanted) {
        Target[] found = places[place(wanted)];
        return found == null ? NONE : found;
    }

    /** Where the number stands, or would. */
    private int place(long wanted) {
        int place = (int) wanted & places.length - 1;
        while (places[place] != null && number.applyAsLong(places[place][0]) != wanted) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private void grow() {
        Target[][] old = places;
        places = new Target[2 * old.length][];
        for (Target[] targets : old) {
            if (targets != null) {
                places[place(number.applyAsLong(targets[0]))] = targets;
            }
        }
    }
}
