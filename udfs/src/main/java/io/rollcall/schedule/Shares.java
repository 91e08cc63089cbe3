package io.rollcall.schedule;

/** How many shares of at most so many make all. */
public final class Shares {

    private Shares() {}

    public static long of(long all, long each) {
        return (all + each - 1) / Math.max(1, each);
    }
}
