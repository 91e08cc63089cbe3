package io.rollcall.job.kafka;

import static io.rollcall.job.config.RollcallOptions.EVENTS_MAX_FUTURE_SKEW;
import static io.rollcall.job.config.RollcallOptions.FILES_DISCOVERY_INTERVAL;
import static io.rollcall.job.config.RollcallOptions.JOB_ID;
import static io.rollcall.job.config.RollcallOptions.KAFKA_GROUP_ID;
import static io.rollcall.job.config.RollcallOptions.MARKETO_INGESTION_RETRIES;
import static io.rollcall.job.config.RollcallOptions.TOPICS_ACTIVATIONS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_REPORTS;

import io.rollcall.activation.Instance;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.DecodeFunction;
import io.rollcall.event.decode.Decoder;
import io.rollcall.event.decode.DecoderOptions;
import io.rollcall.event.decode.SnapshotFunction;
import io.rollcall.event.decode.SyncFilesFunction;
import io.rollcall.job.Inputs;
import io.rollcall.job.activations.RosterFunction;
import io.rollcall.job.config.JobParameters;
import io.rollcall.job.config.Settings;
import io.rollcall.job.config.SourceConfig;
import io.rollcall.job.dataverse.DataverseSource;
import io.rollcall.job.files.Folders;
import io.rollcall.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.streaming.api.functions.ProcessFunction;

/** What a job reads from Kafka, and from the folders that stand beside it. */
public final class KafkaSources {

    /** Calls made longer ago can neither run any more nor count against a limit. */
    private static final Duration REPORTS_THAT_COUNT = Duration.ofMinutes(15);

    private static final String DISCOVERY_MS = "60000";

    private final Settings settings;
    private final JobParameters parameters;

    public KafkaSources(Settings settings) {
        this.settings = settings;
        this.parameters = settings.parameters();
    }

    public List<Inputs.Events> events() {
        return settings.sync().sources().stream().map(this::events).toList();
    }

    private Inputs.Events events(SourceConfig config) {
        DecoderOptions options = options(config);
        if (config.isWebApi()) {
            return DataverseSource.events(config, config.decoder(options));
        }
        boolean snapshot = config.csv() != null && config.csv().snapshot();
        boolean syncFiles = config.path() != null && config.audienceManager() != null;
        return new Inputs.Events(
                config.name(),
                config.path() == null ? source(config) : files(config),
                syncFiles
                        ? new SyncFilesFunction(config.audienceManager(), options)
                        : decode(config, config.decoder(options), snapshot),
                snapshot || syncFiles);
    }

    private FileSource<RawEvent> files(SourceConfig config) {
        Duration every = parameters.get(FILES_DISCOVERY_INTERVAL);
        return config.audienceManager() == null
                ? Folders.csv(config.path(), every)
                : Folders.audienceManager(config.path(), every);
    }

    private static ProcessFunction<RawEvent, AudienceEvent> decode(
            SourceConfig config, Decoder decoder, boolean snapshot) {
        return snapshot
                ? new SnapshotFunction(config.csv(), decoder)
                : new DecodeFunction(config.formatName(), decoder);
    }

    private KafkaSource<RawEvent> source(SourceConfig config) {
        return this.<RawEvent>reader(config.topic(), parameters.kafka(config).toProperties())
                .setGroupId(parameters.get(KAFKA_GROUP_ID))
                .setClientIdPrefix(parameters.get(JOB_ID) + "-" + config.topic())
                .setStartingOffsets(StartOffsets.of(config.startupMode()))
                .setDeserializer(new RawEventSchema())
                .build();
    }

    private DecoderOptions options(SourceConfig config) {
        Set<String> mapped =
                settings.sync().instances().stream()
                        .flatMap(instance -> instance.mapping().stream())
                        .map(Instance.Mapping::source)
                        .collect(Collectors.toSet());
        return new DecoderOptions(
                settings.sync().identities(),
                config.identityPaths(),
                mapped,
                parameters.get(EVENTS_MAX_FUTURE_SKEW),
                settings.sync().forgetKey() != null);
    }

    public RosterFunction roster() {
        boolean any = parameters.get(TOPICS_ACTIVATIONS) != null;
        return new RosterFunction(
                settings.sync().instances(),
                any ? parameters.topic(TOPICS_ACTIVATIONS) : null,
                parameters.kafka().toProperties());
    }

    /** Each reader has a group of its own, to watch the lag by and to know that there was a run. */
    public KafkaSource<Report> reports(String reader) {
        Duration retries = parameters.get(MARKETO_INGESTION_RETRIES);
        Duration counts = thatCount(reader, settings.sync().instances(), retries);
        long since = System.currentTimeMillis() - counts.toMillis();
        FreshStart start = new FreshStart(parameters, reader);
        return this.<Report>reader(
                        parameters.topic(TOPICS_REPORTS), parameters.kafka().toProperties())
                .setGroupId(start.group())
                .setClientIdPrefix(parameters.get(JOB_ID) + "-" + reader)
                .setStartingOffsets(StartOffsets.since(since, start))
                .setDeserializer(new ReportSchema(parameters.get(JOB_ID)))
                .build();
    }

    /** Additions that were accepted may run for hours, and only the ledger has to remember them. */
    static Duration thatCount(String reader, List<Instance> instances, Duration ingestionRetries) {
        boolean late =
                reader.equals(FreshStart.LEDGERS_READER)
                        && instances.stream().anyMatch(Instance::ingests);
        return late ? ingestionRetries : REPORTS_THAT_COUNT;
    }

    private <T> KafkaSourceBuilder<T> reader(String topic, Properties properties) {
        properties.putIfAbsent("partition.discovery.interval.ms", DISCOVERY_MS);
        return KafkaSource.<T>builder().setProperties(properties).setTopics(topic);
    }
}
