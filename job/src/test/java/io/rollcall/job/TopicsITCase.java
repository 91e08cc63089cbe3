package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.job.config.ConfigurationException;
import io.rollcall.job.config.Settings;
import io.rollcall.job.kafka.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What main says of topics before it submits anything. */
class TopicsITCase {

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .instance("emea", "123-ABC-456")
                    .activation("gold", "emea", "id: 1001");

    @TempDir static Path folder;

    private static Broker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = Broker.start(folder);
        broker.create("audience-events", 1);
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    private static Settings settings(String topic, String servers, String prefix) throws Exception {
        SyncYaml yaml = YAML.source("{topic: " + topic + ", format: rollcall}");
        Path file = Files.writeString(folder.resolve("rollcall.yaml"), yaml.text("env:ID"));
        return Settings.parse(
                "--config=" + file,
                "--kafka.bootstrap-servers=" + servers,
                "--topics.prefix=" + prefix);
    }

    private static Set<String> topics() throws Exception {
        try (Admin admin = broker.admin()) {
            return admin.listTopics().names().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void createsItsOwnTopicsAndIsContentWithThem() throws Exception {
        Settings settings = settings("audience-events", broker.servers(), "one.");
        assertThatThrownBy(() -> Topics.check(settings))
                .hasMessageContaining("4 faults")
                .hasMessageContaining("topic one.reports: it is missing; run scripts/topics");
        assertThat(topics()).noneMatch(topic -> topic.startsWith("one."));
        Topics.prepare(settings);
        assertThatCode(() -> Topics.check(settings)).doesNotThrowAnyException();
        assertThat(topics())
                .contains("one.reports", "one.outcomes", "one.memberships", "one.dead-letters");
        assertThatCode(() -> Topics.prepare(settings)).doesNotThrowAnyException();
    }

    @Test
    void neverCreatesASourcesTopicNorAnythingBesideAWrongOne() throws Exception {
        Settings settings = settings("audience-event", broker.servers(), "two.");
        assertThatThrownBy(() -> Topics.prepare(settings))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sources[0].topic: there is no topic audience-event at ")
                .hasMessageContaining("create it or correct the name");
        assertThat(topics()).noneMatch(topic -> topic.startsWith("two."));
    }

    @Test
    void refusesTopicsThatWouldLoseRecords() throws Exception {
        broker.create(
                "three.reports",
                2,
                Map.of(
                        "retention.ms", "604800000",
                        "retention.bytes", "1000000",
                        "cleanup.policy", "compact",
                        "max.message.bytes", "100000"));
        broker.create("three.memberships", 1);
        Settings settings = settings("audience-events", broker.servers(), "three.");
        assertThatThrownBy(() -> Topics.prepare(settings))
                .hasMessageContaining("6 faults")
                .hasMessageContaining("topic three.reports: it has 2 partitions instead of 1")
                .hasMessageContaining("set retention.ms=1209600000")
                .hasMessageContaining("set retention.bytes=-1")
                .hasMessageContaining("set cleanup.policy=delete")
                .hasMessageContaining("set max.message.bytes=1048588")
                .hasMessageContaining("topic three.memberships: ")
                .hasMessageContaining("set cleanup.policy=compact");
    }

    @Test
    void saysOnceAndSoonThatNobodyAnswers() throws Exception {
        Settings settings = settings("audience-events", "127.0.0.1:1", "four.");
        long begun = System.nanoTime();
        assertThatThrownBy(() -> Topics.prepare(settings))
                .hasMessageContaining("1 fault")
                .hasMessageContaining("no Kafka broker answers at 127.0.0.1:1");
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(25));
    }
}
