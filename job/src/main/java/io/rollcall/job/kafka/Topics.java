package io.rollcall.job.kafka;

import static io.rollcall.job.config.RollcallOptions.TOPICS_REPORTS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_REPORTS_MIN_RETENTION;

import io.rollcall.job.config.ConfigurationException;
import io.rollcall.job.config.JobParameters;
import io.rollcall.job.config.KafkaProperties;
import io.rollcall.job.config.Settings;
import io.rollcall.job.config.SourceConfig;
import io.rollcall.job.files.Folders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private final boolean creates;

    private Topics(Settings settings, boolean creates) {
        this.creates = creates;
        this.parameters = settings.parameters();
        this.sources = settings.sync().sources();
    }

    /** Creates what is missing of Rollcall's own. */
    public static void prepare(Settings settings) throws ConfigurationException {
        look(new Topics(settings, true));
    }

    /** The same without creating anything. */
    public static void check(Settings settings) throws ConfigurationException {
        look(new Topics(settings, false));
    }

    private static void look(Topics topics) throws ConfigurationException {
        topics.look();
        if (!topics.faults.isEmpty()) {
            throw ConfigurationException.of(topics.faults);
        }
    }

    /** The sources first: where they are wrong, nothing is created by mistake. */
    private void look() {
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
        for (OwnTopic topic : OwnTopic.all(parameters)) {
            if (has(kafka, topic)) {
                look(kafka, topic);
            }
        }
    }

    /** Whether it was there before; a missing one is made or missed, as asked. */
    private boolean has(TopicAdmin kafka, OwnTopic topic) throws TopicAdmin.RefusedException {
        if (creates) {
            return kafka.existsOrCreate(topic);
        }
        boolean there = kafka.exists(topic.name());
        if (!there) {
            fault(topic.name(), "it is missing", "run scripts/topics --create, or start the job");
        }
        return there;
    }

    private void look(TopicAdmin kafka, OwnTopic topic) throws TopicAdmin.RefusedException {
        int partitions = kafka.partitions(topic.name());
        if (topic.partitions() > 0 && partitions != topic.partitions()) {
            fault(
                    topic.name(),
                    "it has " + partitions + " partitions instead of " + topic.partitions(),
                    "partitions cannot be taken away: name another, or delete it if no job ever ran");
        }
        if (topic.name().equals(parameters.topic(TOPICS_REPORTS))) {
            reports(kafka.config(topic.name()), topic.name());
        } else if (topic.isCompacted() && !kafka.config(topic.name()).compacted()) {
            fault(topic.name(), "its cleanup.policy is not compact", "set cleanup.policy=compact");
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
