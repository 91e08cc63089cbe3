package io.rollcall.job.config;

import static org.apache.flink.configuration.ConfigOptions.key;

import io.rollcall.ledger.LedgerSettings;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;

/** The job parameters: how to sync. What to sync stands in the YAML that {@link #CONFIG} names. */
public final class RollcallOptions {

    /** Parameters below it go to Kafka's clients as they are. */
    public static final String KAFKA_PROPERTIES = "kafka.properties.";

    public static final ConfigOption<String> CONFIG =
            key("config")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The YAML that says what to sync: a path or a URI of any file system"
                                    + " that Flink knows. Read once, where the job is submitted.");

    public static final ConfigOption<Boolean> START_WITHOUT_STATE =
            key("start-without-state")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Lets a job begin again that has run before, without its checkpoint or"
                                    + " savepoint: the lists are read and the sources too, from"
                                    + " where they start. For one start only.");

    public static final ConfigOption<String> KAFKA_BOOTSTRAP_SERVERS =
            key("kafka.bootstrap-servers")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The Kafka brokers of every source and of Rollcall's own topics.");

    public static final ConfigOption<String> KAFKA_GROUP_ID =
            key("kafka.group-id")
                    .stringType()
                    .defaultValue("rollcall")
                    .withDescription(
                            "The consumer group to which offsets are committed, for monitoring.");

    public static final ConfigOption<String> JOB_ID =
            key("job-id")
                    .stringType()
                    .defaultValue("rollcall")
                    .withDescription(
                            "Keeps apart two jobs that share topics. A new reports topic needs a"
                                    + " new one.");

    public static final ConfigOption<String> TOPICS_PREFIX =
            key("topics.prefix")
                    .stringType()
                    .defaultValue("rollcall.")
                    .withDescription("Stands before the names of Rollcall's own topics.");

    public static final ConfigOption<String> TOPICS_REPORTS =
            key("topics.reports")
                    .stringType()
                    .defaultValue("reports")
                    .withDescription("The log of calls, through which the job talks to itself.");

    public static final ConfigOption<String> TOPICS_OUTCOMES =
            key("topics.outcomes")
                    .stringType()
                    .defaultValue("outcomes")
                    .withDescription("What became of each change, as a history.");

    public static final ConfigOption<String> TOPICS_MEMBERSHIPS =
            key("topics.memberships")
                    .stringType()
                    .defaultValue("memberships")
                    .withDescription("What is true now, compacted.");

    public static final ConfigOption<String> TOPICS_DEAD_LETTERS =
            key("topics.dead-letters")
                    .stringType()
                    .defaultValue("dead-letters")
                    .withDescription("Messages that could not be read, as they came.");

    public static final ConfigOption<String> TOPICS_ACTIVATIONS =
            key("topics.activations")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "A compacted topic of activations beside those of the YAML: the key"
                                    + " is a name, the value an item of `activations` as JSON or"
                                    + " YAML, no value removes it. They may change while the job"
                                    + " runs.");

    public static final ConfigOption<String> TOPICS_EXPORTED =
            key("topics.exported")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "A compacted topic of exactly the people who are on a list and are to"
                                    + " stay: those who were exported and reconciled. Without a"
                                    + " name there is none.");

    public static final ConfigOption<String> TOPICS_UNRECONCILED =
            key("topics.unreconciled")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "A compacted topic of those who should be on a list and cannot, with"
                                    + " the reason, as events that may be fed to a job again."
                                    + " Without a name there is none.");

    public static final ConfigOption<Duration> TOPICS_REPORTS_MIN_RETENTION =
            key("topics.reports-min-retention")
                    .durationType()
                    .defaultValue(Duration.ofDays(14))
                    .withDescription(
                            "The job does not start if the reports topic keeps its records for"
                                    + " less.");

    public static final ConfigOption<Integer> MARKETO_CALLS_PER_20S =
            key("marketo.calls-per-20s")
                    .intType()
                    .defaultValue(50)
                    .withDescription(
                            "Calls in any 20 seconds to an instance that says nothing itself."
                                    + " Marketo allows 100 to all integrations together.");

    public static final ConfigOption<Integer> MARKETO_MAX_IN_FLIGHT =
            key("marketo.max-in-flight")
                    .intType()
                    .defaultValue(5)
                    .withDescription(
                            "Calls at a time to an instance that says nothing itself. Marketo"
                                    + " allows 10 to all integrations together.");

    public static final ConfigOption<Integer> MARKETO_CALLS_PER_DAY =
            key("marketo.calls-per-day")
                    .intType()
                    .defaultValue(25_000)
                    .withDescription("Calls a day to an instance that says nothing itself.");

    public static final ConfigOption<Duration> MARKETO_PROBE_ACCESS =
            key("marketo.probe-access")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(5))
                    .withDescription(
                            "How often Rollcall tries again what Marketo does not let it do: missing"
                                    + " rights (603), an address that is not allowed (610), tokens"
                                    + " that are refused, fields or folders that are not there.");

    public static final ConfigOption<Duration> MARKETO_PROBE_LIST =
            key("marketo.probe-list")
                    .durationType()
                    .defaultValue(Duration.ofHours(1))
                    .withDescription("How often it checks whether a deleted list is back (1013).");

    public static final ConfigOption<String> MARKETO_ENDPOINT =
            key("marketo.endpoint")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "For tests: a server on loopback that stands in for every instance, at"
                                    + " this URL, a slash and the Munchkin id.");

    public static final ConfigOption<Duration> FLUSH_MIN_AGE =
            key("flush.min-age")
                    .durationType()
                    .defaultValue(Duration.ofMillis(250))
                    .withDescription(
                            "How long a part-full batch waits for more members under light load.");

    public static final ConfigOption<Duration> FLUSH_MAX_AGE =
            key("flush.max-age")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription(
                            "How long it waits when the use of calls nears the day's pace.");

    public static final ConfigOption<Integer> FLUSH_BURST =
            key("flush.burst")
                    .intType()
                    .defaultValue(200)
                    .withDescription("Calls by which the use may run ahead of the day's pace.");

    public static final ConfigOption<Duration> MARKETO_INGESTION_RETRIES =
            key("marketo.ingestion-retries")
                    .durationType()
                    .defaultValue(LedgerSettings.INGESTION_RETRIES)
                    .withDescription(
                            "For how long Marketo may still carry out an addition that its Data"
                                    + " Ingestion API has accepted: who leaves within this time is"
                                    + " removed once more when it has passed. Marketo tries for six"
                                    + " hours.");

    public static final ConfigOption<Integer> BULK_MAX_JOBS =
            key("bulk.max-jobs")
                    .intType()
                    .defaultValue(2)
                    .withDescription(
                            "Imports of ours that may be under way at an instance, of the ten"
                                    + " that Marketo takes from everybody. Many additions to one"
                                    + " list go as a file where that saves calls and takes no"
                                    + " longer; 0 forbids it.");

    public static final ConfigOption<Integer> BULK_MAX_EXPORTS =
            key("bulk.max-exports")
                    .intType()
                    .defaultValue(1)
                    .withDescription(
                            "Exports of ours that may be under way at an instance, of the ten"
                                    + " that Marketo takes from everybody. A list of more than"
                                    + " 9,000 members is read by an export, for a fraction of the"
                                    + " calls; 0 forbids it.");

    public static final ConfigOption<Duration> BULK_EXPORT_LOOK =
            key("bulk.export-look")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(1))
                    .withDescription(
                            "How often Marketo is asked how far an export is, at first. It tells"
                                    + " anything new once a minute.");

    public static final ConfigOption<Duration> SWEEP_PERIOD =
            key("sweep.period")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(10))
                    .withDescription(
                            "How long one tour over everybody takes. It does what time causes:"
                                    + " schedules, repeated attempts, expiry.");

    public static final ConfigOption<Duration> LEDGER_TTL =
            key("ledger.ttl")
                    .durationType()
                    .defaultValue(Duration.ofDays(90))
                    .withDescription(
                            "How long somebody who is on no list is remembered. Longer than the"
                                    + " sources keep their messages, else a replay could add people"
                                    + " who have left.");

    public static final ConfigOption<Duration> LEDGER_UNMATCHED_RETRY =
            key("ledger.unmatched-retry")
                    .durationType()
                    .defaultValue(Duration.ofDays(1))
                    .withDescription(
                            "After how long a person whom Marketo did not know is looked up again;"
                                    + " the wait doubles each time.");

    public static final ConfigOption<Duration> LEDGER_UNMATCHED_RETRY_MAX =
            key("ledger.unmatched-retry-max")
                    .durationType()
                    .defaultValue(Duration.ofDays(90))
                    .withDescription("The longest such wait.");

    public static final ConfigOption<MemorySize> LEDGER_RECENT_ROWS =
            key("ledger.recent-rows")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(64))
                    .withDescription(
                            "Heap in which each parallel ledger may remember rows, so that"
                                    + " neither repeats nor changes are looked up in state: about"
                                    + " 500 bytes for each person in 20 audiences of whom messages"
                                    + " speak again.");

    public static final ConfigOption<Duration> EVENTS_MAX_FUTURE_SKEW =
            key("events.max-future-skew")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(15))
                    .withDescription(
                            "How far ahead of this machine's clock an event may be dated before it"
                                    + " is a dead letter.");

    public static final ConfigOption<Duration> FILES_DISCOVERY_INTERVAL =
            key("files.discovery-interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("How often the folders of uploads are looked into.");

    /** In the order of the documentation. */
    public static List<ConfigOption<?>> all() {
        return List.of(
                CONFIG,
                JOB_ID,
                START_WITHOUT_STATE,
                KAFKA_BOOTSTRAP_SERVERS,
                KAFKA_GROUP_ID,
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
                MARKETO_ENDPOINT,
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
    }

    private RollcallOptions() {}
}
