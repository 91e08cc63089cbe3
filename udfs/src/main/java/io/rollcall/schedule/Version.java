package io.rollcall.schedule;

/** Refuses state of a later version, in words that say what to do. */
final class Version {

    private Version() {}

    static void check(int found, int known, String what) {
        if (found != known) {
            throw new IllegalStateException(
                    what
                            + " state version "
                            + found
                            + " is not known to this job; use a newer one");
        }
    }
}
