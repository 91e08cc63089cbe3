package io.rollcall.schedule;

import io.rollcall.report.CallKind;
import java.io.Serializable;
import java.time.Duration;

/**
 * When a list is read by an extract instead of page by page.
 *
 * @param maxExports exports of ours that may be under way at an instance; 0 forbids them
 * @param leastPages after so many pages without an end an extract does the rest
 * @param look how often to ask how far Marketo is, at first
 * @param bytesADay of the 500 MB that Marketo exports a day for everybody, how many may be ours
 */
public record ExtractSettings(int maxExports, int leastPages, Duration look, long bytesADay)
        implements Serializable {

    /** What an extract costs: to make it, to queue it, five looks, three times some rows. */
    private static final int CALLS = 10;

    /** So many times what it costs. The list is at least as large again, as lists go. */
    private static final int WORTH = 3;

    /** To make one, to put it into the queue, and a look when it is done. */
    private static final int ASKING = 3;

    /** What one call fetches of its file: so much makes a report. */
    private static final int ROWS_AT_A_TIME = 10_000;

    private static final long HALF_A_DAYS_BYTES = 250_000_000;

    /** Every list page by page. */
    public static final ExtractSettings NEVER = atMost(0, Duration.ofMinutes(1));

    /** How large a list is nobody knows before it was read: its pages tell. */
    public static ExtractSettings atMost(int maxExports, Duration look) {
        return new ExtractSettings(maxExports, WORTH * CALLS, look, HALF_A_DAYS_BYTES);
    }

    /** Calls that it takes to read a list of so many members, where nothing goes wrong. */
    public long calls(long members) {
        long pages = 1 + members / CallKind.READ.mostMembers();
        return maxExports > 0 && pages > leastPages
                ? leastPages + ASKING + Shares.of(members, ROWS_AT_A_TIME)
                : pages;
    }
}
