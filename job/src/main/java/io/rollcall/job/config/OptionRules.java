package io.rollcall.job.config;

import static io.rollcall.job.config.RollcallOptions.*;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.util.TimeUtils;

/** What each job parameter may be, and which of them may be shown. */
final class OptionRules {

    private static final Map<ConfigOption<?>, Rule> RULES = new HashMap<>();

    static {
        RULES.put(CONFIG, Rules.FILE);
        RULES.put(KAFKA_BOOTSTRAP_SERVERS, Rules.SERVERS);
        RULES.put(KAFKA_GROUP_ID, Rules.NAME);
        RULES.put(JOB_ID, Rules.NAME);
        RULES.put(START_WITHOUT_STATE, Rules.YES_OR_NO);
        RULES.put(TOPICS_PREFIX, Rules.PREFIX);
        RULES.put(TOPICS_REPORTS, Rules.TOPIC);
        RULES.put(TOPICS_OUTCOMES, Rules.TOPIC);
        RULES.put(TOPICS_MEMBERSHIPS, Rules.TOPIC);
        RULES.put(TOPICS_DEAD_LETTERS, Rules.TOPIC);
        RULES.put(TOPICS_ACTIVATIONS, Rules.TOPIC);
        RULES.put(TOPICS_EXPORTED, Rules.TOPIC);
        RULES.put(TOPICS_UNRECONCILED, Rules.TOPIC);
        RULES.put(MARKETO_CALLS_PER_20S, Rules.whole(1, 100));
        RULES.put(MARKETO_MAX_IN_FLIGHT, Rules.whole(1, 10));
        RULES.put(MARKETO_CALLS_PER_DAY, Rules.atLeast(1));
        RULES.put(MARKETO_ENDPOINT, Rules.LOOPBACK);
        RULES.put(FLUSH_BURST, Rules.atLeast(0));
        RULES.put(BULK_MAX_JOBS, Rules.whole(0, 10));
        RULES.put(BULK_MAX_EXPORTS, Rules.whole(0, 10));
        RULES.put(LEDGER_RECENT_ROWS, Rules.MEMORY);
    }

    /** An allow-list: a new option is hidden until someone has thought about it. */
    private static final Set<ConfigOption<?>> SHOWN =
            Set.of(
                    CONFIG,
                    KAFKA_BOOTSTRAP_SERVERS,
                    KAFKA_GROUP_ID,
                    JOB_ID,
                    START_WITHOUT_STATE,
                    TOPICS_PREFIX,
                    TOPICS_REPORTS,
                    TOPICS_OUTCOMES,
                    TOPICS_MEMBERSHIPS,
                    TOPICS_DEAD_LETTERS,
                    TOPICS_ACTIVATIONS,
                    TOPICS_EXPORTED,
                    TOPICS_UNRECONCILED,
                    TOPICS_REPORTS_MIN_RETENTION,
                    MARKETO_CALLS_PER_20S,
                    MARKETO_MAX_IN_FLIGHT,
                    MARKETO_CALLS_PER_DAY,
                    MARKETO_PROBE_ACCESS,
                    MARKETO_PROBE_LIST,
                    FLUSH_MIN_AGE,
                    FLUSH_MAX_AGE,
                    FLUSH_BURST,
                    MARKETO_INGESTION_RETRIES,
                    BULK_MAX_JOBS,
                    BULK_MAX_EXPORTS,
                    BULK_EXPORT_LOOK,
                    SWEEP_PERIOD,
                    LEDGER_TTL,
                    LEDGER_UNMATCHED_RETRY,
                    LEDGER_UNMATCHED_RETRY_MAX,
                    LEDGER_RECENT_ROWS,
                    EVENTS_MAX_FUTURE_SKEW,
                    FILES_DISCOVERY_INTERVAL);

    /** Without a default the job cannot guess them. */
    private static final Set<ConfigOption<?>> REQUIRED = Set.of(CONFIG, KAFKA_BOOTSTRAP_SERVERS);

    private OptionRules() {}

    static Rule of(ConfigOption<?> option) {
        return RULES.getOrDefault(
                option, option.defaultValue() instanceof Duration ? Rules.DURATION : Rules.TEXT);
    }

    static boolean required(ConfigOption<?> option) {
        return REQUIRED.contains(option);
    }

    static boolean mayShow(ConfigOption<?> option) {
        return SHOWN.contains(option);
    }

    /** As a user would write it. */
    static String written(Object value) {
        return value instanceof Duration duration
                ? TimeUtils.formatWithHighestUnit(duration)
                : String.valueOf(value);
    }
}
