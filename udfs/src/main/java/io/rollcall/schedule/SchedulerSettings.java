package io.rollcall.schedule;

import java.io.Serializable;
import java.time.Duration;
import java.util.Set;

/**
 * @param job keeps two jobs on one topic apart
 * @param flushMinAge how long a part-full batch waits under light load
 * @param flushMaxAge how long it waits as the day's pace is nearly used
 * @param flushBurst calls the pace allows ahead of the clock
 * @param probes how often what Marketo forbids is tried again
 * @param imports when many additions go as a file
 * @param extracts when a list is read by an export of it
 * @param rules the protocol's rules in force: all of them, but in the simulation that shows why
 */
public record SchedulerSettings(
        String job,
        Duration flushMinAge,
        Duration flushMaxAge,
        int flushBurst,
        Probes probes,
        Set<ProtocolRule> rules,
        ImportSettings imports,
        ExtractSettings extracts)
        implements Serializable {

    /** Lists are read page by page. */
    public SchedulerSettings(
            String job,
            Duration flushMinAge,
            Duration flushMaxAge,
            int flushBurst,
            Probes probes,
            Set<ProtocolRule> rules,
            ImportSettings imports) {
        this(
                job,
                flushMinAge,
                flushMaxAge,
                flushBurst,
                probes,
                rules,
                imports,
                ExtractSettings.NEVER);
    }

    /** An announcement must be read back within this time, or its call is never made. */
    static final long READ_BACK_MS = 5_000;

    /** Beyond an endpoint's time-out a call is given this much longer to have ended. */
    static final long GRACE_MS = 5_000;

    /** The sliding window in which Marketo counts calls. */
    static final long WINDOW_MS = 20_000;

    static final int BATCH = 300;

    /** Of the Data Ingestion API, which has no limit that they could come near. */
    public static final int INGESTING_AT_ONCE = 5;

    public boolean holds(ProtocolRule rule) {
        return rules.contains(rule);
    }
}
