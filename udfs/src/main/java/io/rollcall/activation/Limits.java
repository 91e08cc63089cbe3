package io.rollcall.activation;

import java.io.Serializable;

/**
 * What Rollcall may take of an instance. Calls a day are counted from midnight in America/Chicago,
 * when Marketo resets its own count. {@code removalsShare} is between 0 and 1.
 */
public record Limits(
        int callsPer20s,
        int maxInFlight,
        int callsPerDay,
        int instanceCallsPerDay,
        int reserveForOthers,
        double removalsShare,
        int createsPerDay)
        implements Serializable {}
