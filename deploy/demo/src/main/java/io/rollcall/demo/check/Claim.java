package io.rollcall.demo.check;

/** Somebody is in or out of an audience since a time; {@code until} 0 means for ever. */
record Claim(boolean in, long at, long until) {

    /** The newer claim holds; of two of one time, the exit. */
    static Claim newer(Claim one, Claim other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one.at != other.at) {
            return one.at > other.at ? one : other;
        }
        return one.in ? other : one;
    }

    boolean inAt(long now) {
        return in && (until == 0 || now < until);
    }
}
