package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaPropertyRulesTest {

    /** Kafka types them as passwords to keep long texts out of logs; they are public. */
    private static final Set<String> CERTIFICATES =
            Set.of("ssl.keystore.certificate.chain", "ssl.truststore.certificates");

    @Test
    void everythingThatKafkaCallsAPasswordIsRefused() {
        Set<String> passwords = new TreeSet<>();
        Stream.of(
                        ConsumerConfig.configDef(),
                        ProducerConfig.configDef(),
                        AdminClientConfig.configDef())
                .flatMap(definition -> definition.configKeys().values().stream())
                .filter(key -> key.type == ConfigDef.Type.PASSWORD)
                .forEach(key -> passwords.add(key.name));
        passwords.removeAll(CERTIFICATES);
        assertThat(passwords).hasSizeGreaterThan(5).allMatch(key -> refused(key + "=hunter2"));
    }

    @Test
    void everythingElseOfKafkaIsTaken() {
        Set<String> open = new TreeSet<>();
        ConsumerConfig.configDef().configKeys().values().stream()
                .filter(key -> key.type != ConfigDef.Type.PASSWORD)
                .forEach(key -> open.add(key.name));
        open.removeAll(
                Set.of(
                        "group.id",
                        "auto.offset.reset",
                        "enable.auto.commit",
                        "bootstrap.servers",
                        "key.deserializer",
                        "value.deserializer"));
        assertThat(open).noneMatch(key -> refused(key + "=x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl.key.password=${file:/run/secrets/kafka.properties:key}",
                "ssl.key.password=${vault:path:key}",
                "sasl.jaas.config=${env:JAAS}",
                "sasl.jaas.config=software.amazon.msk.auth.iam.IAMLoginModule required;",
                "sasl.jaas.config=a.Krb5LoginModule required useKeyTab=true keyTab=\"/etc/k\""
                        + " principal=\"rollcall@ACME\";",
                "sasl.jaas.config=a.PlainLoginModule required username=\"$ConnectionString\""
                        + " password=\"${env:EVENT_HUBS}\";",
            })
    void whatHoldsNoSecretIsTaken(String property) {
        assertThat(refused(property)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sasl.jaas.config=hunter2",
                "sasl.jaas.config=a.PlainLoginModule required username=\"u\" password=\"hunter2\";",
                "sasl.jaas.config=a.PlainLoginModule required username=\"${env:U}\""
                        + " password='hunter2';",
                "sasl.jaas.config=a.PlainLoginModule required password = hunter2;",
                "sasl.jaas.config=a.OtherLoginModule required whatever=\"hunter2\";",
                "listener.name.x.sasl.jaas.config=a.PlainLoginModule required password=hunter2;",
                "my.api.key=hunter2",
                "SSL.KEY.PASSWORD=hunter2",
                "ssl.key.password=${env:A}hunter2",
            })
    void whatHoldsASecretIsRefusedWithoutRepeatingIt(String property) {
        assertThat(Given.parameterFaults("--kafka.properties." + property))
                .singleElement()
                .asString()
                .contains("a secret must not stand here; write ${env:NAME}")
                .doesNotContain("hunter2");
    }

    private static boolean refused(String property) {
        return !Given.parameterFaults("--kafka.properties." + property).isEmpty();
    }
}
