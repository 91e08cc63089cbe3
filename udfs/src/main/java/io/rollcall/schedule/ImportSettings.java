package io.rollcall.schedule;

import java.io.Serializable;
import java.time.Duration;

/**
 * When additions to a list go to Marketo as a file, and how large one may be.
 *
 * @param maxJobs imports of ours that may be under way at an instance; 0 forbids them
 * @param mostRows people in one file
 * @param rowsPerReport people whose announcement makes one report
 * @param calls what one import costs: to send the file, to ask how far it is, to read what failed
 * @param gather how long one waits for more people
 * @param least how long one takes at least: what goes faster otherwise is not worth the wait
 */
public record ImportSettings(
        int maxJobs, int mostRows, int rowsPerReport, int calls, Duration gather, Duration least)
        implements Serializable {

    /** What two calls may save: below that nobody would notice. */
    private static final int WORTH = 2;

    /**
     * 100,000 rows of an address and a few short values fill Marketo's 10 MB; a thousand members
     * make a report of 200 KB.
     */
    public static ImportSettings atMost(int maxJobs) {
        return new ImportSettings(
                maxJobs, 100_000, 1_000, 6, Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /**
     * Whether a file is worth it for so many people, each of whom is in {@code callsEach} calls
     * otherwise: it saves calls, and it is no slower than they would be.
     */
    boolean pays(long people, int callsEach, int callsPer20s) {
        long millis = spared(people, callsEach) * SchedulerSettings.WINDOW_MS / callsPer20s;
        return spares(people, callsEach) && millis >= least.toMillis();
    }

    /** Whether a file saves calls, however fast they would be. */
    boolean spares(long people, int callsEach) {
        return spared(people, callsEach) >= (long) WORTH * calls;
    }

    private static long spared(long people, int callsEach) {
        return Shares.of(people, SchedulerSettings.BATCH) * callsEach;
    }
}
