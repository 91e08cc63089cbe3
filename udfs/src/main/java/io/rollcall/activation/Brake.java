package io.rollcall.activation;

import java.io.Serializable;

/**
 * How much of a list one cause may change at once without a person's word: shares of the list
 * between 0 and 1, and a number of people that always passes.
 */
public record Brake(double remove, double add, long atLeast) implements Serializable {

    public static final Brake USUAL = new Brake(0.2, 0.5, 1_000);

    public boolean stopsRemoval(long people, long size) {
        return people > atLeast && people > remove * size;
    }

    /** Filling a list that is all but empty endangers nothing. */
    public boolean stopsAddition(long people, long size) {
        return size >= Math.max(1, atLeast) && people > atLeast && people > add * size;
    }
}
