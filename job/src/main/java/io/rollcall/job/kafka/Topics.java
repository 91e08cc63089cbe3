package io.rollcall.job.kafka;

import static io.rollcall.job.config.RollcallOptions.TOPICS_ACTIVATIONS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_DEAD_LETTERS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_EXPORTED;
import static io.rollcall.job.config.RollcallOptions.TOPICS_MEMBERSHIPS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_OUTCOMES;
import static io.rollcall.job.config.RollcallOptions.TOPICS_REPORTS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_REPORTS_MIN_RETENTION;
import static io.rollcall.job.config.RollcallOptions.TOPICS_UNRECONCILED;

import io.rollcall.job.config.ConfigurationException;
import io.rollcall.job.config.JobParameters;
import io.rollcall.job.config.KafkaProperties;
import io.rollcall.job.config.Settings;
import io.rollcall.job.config.SourceConfig;
import io.rollcall.job.files.Folders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;

/**
 * Sees before the start that every topic is there and fit for its purpose. Rollcall's own topics
 * are created when missing; a source's topic never is, since a new one would only hide a wrong
 * name.
 */
public final class Topics {

    private final JobParameters parameters;
    private final List<SourceConfig> sources;
    private final List<String> faults = new ArrayList<>();

    /** Clusters that did not answer: nobody waits for them twice. */
    private final Set<String> silent = new HashSet<>();

    private Topics(Settings settings) {
        this.parameters = settings.parameters();
        this.sources = settings.sync().sources();
    }

    public static void prepare(Settings settings) throws ConfigurationException {
        Topics topics = new Topics(settings);
        topics.prepare();
        if (!topics.faults.isEmpty()) {
            throw ConfigurationException.of(topics.faults);
        }
    }

    /** The sources first: where they are wrong, nothing is created by mistake. */
    private void prepare() {
        for (int i = 0; i < sources.size(); i++) {
            SourceConfig source = sources.get(i);
            String place = "sources[" + i + "]";
            if (source.topic() != null) {
                String topic = place + ".topic";
                at(parameters.kafka(source), topic, kafka -> source(kafka, topic, source.topic()));
            } else if (source.path() != null) {
                Folders.check(source.path()).ifPresent(f -> faults.add(place + ".path: " + f));
            }
        }
        if (faults.isEmpty()) {
            at(parameters.kafka(), "kafka.bootstrap-servers", this::ownTopics);
        }
    }

    /** What there is to do at one cluster. */
    private interface Work {
        void with(TopicAdmin kafka) throws TopicAdmin.RefusedException;
    }

    private void at(KafkaProperties properties, String place, Work work) {
        String servers = properties.values().get("bootstrap.servers");
        if (silent.contains(servers)) {
            return;
        }
        try (TopicAdmin kafka = TopicAdmin.open(properties)) {
            work.with(kafka);
        } catch (TopicAdmin.SilentException e) {
            silent.add(servers);
            faults.add(e.getMessage());
        } catch (TopicAdmin.RefusedException e) {
            faults.add(place + ": " + e.getMessage());
        }
    }

    private void source(TopicAdmin kafka, String place, String topic)
            throws TopicAdmin.RefusedException {
        if (!kafka.exists(topic)) {
            faults.add(
                    place
                            + ": there is no topic "
                            + topic
                            + " at "
                            + kafka.servers()
                            + "; create it or correct the name");
        }
    }

    private void ownTopics(TopicAdmin kafka) throws TopicAdmin.RefusedException {
        String retention = Long.toString(parameters.get(TOPICS_REPORTS_MIN_RETENTION).toMillis());
        String reports = parameters.topic(TOPICS_REPORTS);
        // One partition: an instance's order must survive, and one thread writes it all anyway.
        boolean hadReports =
                kafka.existsOrCreate(
                        reports, 1, Map.of("retention.ms", retention, "cleanup.policy", "delete"));
        if (hadReports) {
            reports(kafka.config(reports), reports);
        }
        String memberships = parameters.topic(TOPICS_MEMBERSHIPS);
        compacted(kafka, memberships);
        if (parameters.get(TOPICS_ACTIVATIONS) != null) {
            compacted(kafka, parameters.topic(TOPICS_ACTIVATIONS));
        }
        for (ConfigOption<String> share : List.of(TOPICS_EXPORTED, TOPICS_UNRECONCILED)) {
            if (parameters.get(share) != null) {
                compacted(kafka, parameters.topic(share));
            }
        }
        kafka.existsOrCreate(parameters.topic(TOPICS_OUTCOMES), 0, Map.of());
        kafka.existsOrCreate(parameters.topic(TOPICS_DEAD_LETTERS), 0, Map.of());
    }

    private void compacted(TopicAdmin kafka, String topic) throws TopicAdmin.RefusedException {
        boolean had = kafka.existsOrCreate(topic, 0, Map.of("cleanup.policy", "compact"));
        if (had && !kafka.config(topic).compacted()) {
            fault(topic, "its cleanup.policy is not compact", "set cleanup.policy=compact");
        }
    }

    private void reports(TopicConfig config, String reports) {
        long least = parameters.get(TOPICS_REPORTS_MIN_RETENTION).toMillis();
        if (config.retentionMs() >= 0 && config.retentionMs() < least) {
            fault(
                    reports,
                    "it keeps its records for too short a time (retention.ms="
                            + config.retentionMs()
                            + ")",
                    "set retention.ms=" + least);
        }
        if (config.retentionBytes() >= 0) {
            fault(reports, "it drops records by size", "set retention.bytes=-1");
        }
        if (config.compacted()) {
            fault(reports, "it is compacted, which loses reports", "set cleanup.policy=delete");
        }
        if (config.maxMessageBytes() < 1_000_000) {
            fault(reports, "its records may be too small", "set max.message.bytes=1048588");
        }
    }

    private void fault(String topic, String what, String remedy) {
        faults.add("topic " + topic + ": " + what + "; " + remedy);
    }
}
