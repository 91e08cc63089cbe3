package io.rollcall.ledger;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * @param identities namespaces in order of preference
 * @param timeToLive how long what is out and reported out is kept
 * @param unmatchedRetry wait before the second look for an unmatched person; doubles
 * @param unmatchedRetryMax where the doubling ends
 * @param job whose notes in the reports topic are ours
 * @param recentRows bytes of heap that a subtask may take to remember rows
 * @param forgetKey reference to the key of the stones' hash, null if nobody can be forgotten
 * @param strangersWait how long after a list was read its strangers are judged: a start without
 *     state has to hear first who is none
 * @param ingestionRetries for how long after it accepted an addition the Data Ingestion API may
 *     carry it out
 */
public record LedgerSettings(
        List<String> identities,
        Duration timeToLive,
        Duration unmatchedRetry,
        Duration unmatchedRetryMax,
        String job,
        long recentRows,
        String forgetKey,
        Duration strangersWait,
        Duration ingestionRetries)
        implements Serializable {

    /** With little memory for rows; nobody can be forgotten, strangers are judged at once. */
    public LedgerSettings(
            List<String> identities,
            Duration timeToLive,
            Duration unmatchedRetry,
            Duration unmatchedRetryMax,
            String job) {
        this(
                identities,
                timeToLive,
                unmatchedRetry,
                unmatchedRetryMax,
                job,
                1 << 20,
                null,
                Duration.ZERO,
                INGESTION_RETRIES);
    }

    public LedgerSettings withRecentRows(long bytes) {
        return with(bytes, forgetKey, strangersWait, ingestionRetries);
    }

    public LedgerSettings forgettingBy(String key) {
        return with(recentRows, key, strangersWait, ingestionRetries);
    }

    public LedgerSettings sparingStrangers(Duration wait) {
        return with(recentRows, forgetKey, wait, ingestionRetries);
    }

    public LedgerSettings fearingIngestionFor(Duration retries) {
        return with(recentRows, forgetKey, strangersWait, retries);
    }

    private LedgerSettings with(long bytes, String key, Duration wait, Duration retries) {
        return new LedgerSettings(
                identities,
                timeToLive,
                unmatchedRetry,
                unmatchedRetryMax,
                job,
                bytes,
                key,
                wait,
                retries);
    }

    /** Marketo tries again after 5, 15, 20, 20, 120 and 180 minutes; and the last try may last. */
    public static final Duration INGESTION_RETRIES = Duration.ofMinutes(390);

    /** A refused removal is tried again for ever, at most this far apart (DESIGN §3.1.9). */
    static final Duration REMOVAL_RETRY_MAX = Duration.ofHours(6);

    static final Duration REMOVAL_RETRY = Duration.ofMinutes(1);

    /** At most this many audiences a person (DESIGN §3.1.11). */
    static final int MAX_AUDIENCES = 1_000;
}
