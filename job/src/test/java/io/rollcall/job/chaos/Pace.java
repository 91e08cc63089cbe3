package io.rollcall.job.chaos;

import java.time.Duration;

/** How fast trouble comes, and how long each lasts: in a long run as long as in life. */
record Pace(Duration length) {

    private static final Duration LONG = Duration.ofMinutes(10);

    boolean isLong() {
        return length.compareTo(LONG) >= 0;
    }

    /** On a slow machine too, so many times something goes wrong. */
    int leastSteps() {
        return 8;
    }

    /** From the first process on. */
    Duration toMidnight() {
        return isLong() ? length.dividedBy(2) : Duration.ofSeconds(90);
    }

    /** How long before midnight Marketo's day is used up. */
    Duration withoutQuota() {
        return Duration.ofSeconds(isLong() ? 180 : 20);
    }

    /** The longest between one trouble and the next. */
    int breakMs() {
        return isLong() ? 10_000 : 3_000;
    }

    /** How long a TaskManager stands still: it has been given up when it wakes. */
    long haltMs() {
        return isLong() ? 60_000 : 10_000;
    }

    /** How long a list is gone, or a partition silent. */
    long whileMs() {
        return isLong() ? 30_000 : 5_000;
    }

    /** How long an activation is gone that is to be read anew. */
    long removedMs() {
        return 2_000;
    }

    /** How long the lists may take until they are right. */
    Duration toSettle() {
        return Duration.ofMinutes(isLong() ? 15 : 6);
    }
}
