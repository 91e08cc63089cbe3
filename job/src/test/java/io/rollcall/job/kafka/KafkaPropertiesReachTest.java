package io.rollcall.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.job.Inputs;
import io.rollcall.job.Outputs;
import io.rollcall.job.SyncYaml;
import io.rollcall.job.config.Settings;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks for TLS and SASL gets them wherever the job speaks to Kafka. */
class KafkaPropertiesReachTest {

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .source("{topic: audience-events, format: rollcall}")
                    .source(
                            "{topic: profiles, format: aep, properties: {security.protocol: SASL_PLAINTEXT}}")
                    .instance("emea", "123-ABC-456")
                    .activation("gold", "emea", "id: 1001");

    @TempDir Path folder;

    private Settings settings(String protocol) throws Exception {
        Path file = Files.writeString(folder.resolve("rollcall.yaml"), YAML.text("env:ID"));
        return Settings.parse(
                "--config=" + file,
                "--kafka.bootstrap-servers=127.0.0.1:9",
                "--topics.activations=activations",
                "--kafka.properties.security.protocol=" + protocol,
                "--kafka.properties.ssl.truststore.location=/run/ca.p12",
                "--kafka.properties.sasl.jaas.config=${file:/run/kafka:jaas}");
    }

    @Test
    void everySourceAndSinkAndTheActivationsHaveThem() throws Exception {
        Settings settings = settings("SASL_SSL");
        KafkaSources kafka = new KafkaSources(settings);
        Outputs out = new KafkaSinks(settings).outputs();
        List<Object> clients = new ArrayList<>();
        clients.addAll(List.of(kafka.reports("reports-ledger"), kafka.roster()));
        clients.addAll(
                List.of(out.reports(), out.outcomes(), out.memberships(), out.deadLetters()));
        clients.add(kafka.events().get(0).source());
        for (Object client : clients) {
            assertThat(serialized(client)).contains("SASL_SSL", "/run/ca.p12", "${file:/run/kafka");
        }
    }

    @Test
    void aSourcesOwnPropertiesComeFirst() throws Exception {
        Inputs.Events profiles = new KafkaSources(settings("SASL_SSL")).events().get(1);
        assertThat(serialized(profiles.source()))
                .contains("SASL_PLAINTEXT", "/run/ca.p12")
                .doesNotContain("SASL_SSL");
    }

    /** A protocol that does not exist is refused by the client that was given it. */
    @Test
    void theOneThatLooksAtTheTopicsHasThem() throws Exception {
        Settings wrong = settings("SASL_NONSENSE");
        assertThatThrownBy(() -> Topics.check(wrong))
                .hasMessageContaining("Kafka's client does not take the properties");
    }

    private static String serialized(Object client) throws IOException {
        byte[] bytes = InstantiationUtil.serializeObject((Serializable) client);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
