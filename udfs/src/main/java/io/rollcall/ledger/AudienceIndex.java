package io.rollcall.ledger;

import java.util.Arrays;

/**
 * The targets of each audience by its hash, which is spread evenly as it is. Every assertion asks
 * for them: a map of boxed numbers took a twelfth of what a repeat takes.
 */
final class AudienceIndex {

    private static final Target[] NONE = {};
    private static final int SMALLEST = 64;

    private Target[][] places = new Target[SMALLEST][];
    private int used;

    void clear() {
        places = new Target[SMALLEST][];
        used = 0;
    }

    void add(Target target) {
        if (2 * used >= places.length) {
            grow();
        }
        int place = place(target.audience());
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
    Target[] of(long audience) {
        Target[] found = places[place(audience)];
        return found == null ? NONE : found;
    }

    /** Where the audience stands, or would. */
    private int place(long audience) {
        int place = (int) audience & places.length - 1;
        while (places[place] != null && places[place][0].audience() != audience) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private void grow() {
        Target[][] old = places;
        places = new Target[2 * old.length][];
        for (Target[] targets : old) {
            if (targets != null) {
                places[place(targets[0].audience())] = targets;
            }
        }
    }
}
