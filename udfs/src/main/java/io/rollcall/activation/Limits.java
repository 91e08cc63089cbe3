package io.rollcall.activation;

import java.io.Serializable;

/**
 * What Rollcall may take of an instance. Calls a day are counted from midnight in America/Chicago,
 * when Marketo resets its own count. {@code removalsShare} is between 0 and 1. {@code
 * ingestionPerDay} counts people sent to the Data Ingestion API.
 */
public record Limits(
        int callsPer20s,
        int maxInFlight,
        int callsPerDay,
        int instanceCallsPerDay,
        int reserveForOthers,
        double removalsShare,
        int createsPerDay,
        int ingestionPerDay)
        implements Serializable {

    /** What Marketo lets everybody together send to the Data Ingestion API in a day. */
    public static final int INGESTION_PER_DAY = 10_000_000;

    public Limits(
            int callsPer20s,
            int maxInFlight,
            int callsPerDay,
            int instanceCallsPerDay,
            int reserveForOthers,
            double removalsShare,
            int createsPerDay) {
        this(
                callsPer20s,
                maxInFlight,
                callsPerDay,
                instanceCallsPerDay,
                reserveForOthers,
                removalsShare,
                createsPerDay,
                INGESTION_PER_DAY);
    }

    /** Calls of a whole day that are kept neither for others nor for who leaves. */
    public long callsForAdditions() {
        double ours = callsPerDay * (1 - removalsShare);
        return Math.max(1, Math.min(Math.round(ours), callsForUs()));
    }

    /** Calls of a whole day that are not kept for others. */
    public int callsForUs() {
        return instanceCallsPerDay - reserveForOthers;
    }
}
