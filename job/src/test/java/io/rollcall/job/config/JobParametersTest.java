package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobParametersTest {

    @Test
    void takesBothWaysToWriteAParameter() {
        JobParameters parameters =
                Given.parameters(
                        "--flush.max-age", "5 s", "--sweep.period=1min", "--flush.burst=7");
        assertThat(parameters.get(RollcallOptions.FLUSH_MAX_AGE)).isEqualTo(Duration.ofSeconds(5));
        assertThat(parameters.get(RollcallOptions.SWEEP_PERIOD)).isEqualTo(Duration.ofMinutes(1));
        assertThat(parameters.get(RollcallOptions.FLUSH_BURST)).isEqualTo(7);
        assertThat(parameters.get(RollcallOptions.MARKETO_ENDPOINT)).isNull();
    }

    @Test
    void namesItsTopicsUnderThePrefix() {
        JobParameters parameters =
                Given.parameters("--topics.prefix", "acme.", "--topics.outcomes", "done");
        assertThat(parameters.topic(RollcallOptions.TOPICS_REPORTS)).isEqualTo("acme.reports");
        assertThat(parameters.topic(RollcallOptions.TOPICS_OUTCOMES)).isEqualTo("acme.done");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "--flush.maxage=5s # flush.maxage: no such job parameter; did you mean flush.max-age?",
                "--calls-per-day=5 # calls-per-day: no such job parameter; did you mean"
                        + " marketo.calls-per-day?",
                "--zebra=5 # zebra: no such job parameter; --help lists them all",
                "flush.burst # argument 1: not a parameter; write --key value or --key=value",
                "--flush.burst # flush.burst: has no value; write --flush.burst value",
                "--flush.burst=many # flush.burst: this is not a whole number, at least 0",
                "--marketo.calls-per-20s=101 # marketo.calls-per-20s: 101 is not a whole number"
                        + " from 1 to 100",
                "--marketo.max-in-flight=0 # marketo.max-in-flight: 0 is not a whole number from 1"
                        + " to 10",
                "--flush.max-age=500 # flush.max-age: 500 is not a duration; more than none and"
                        + " with its unit, such as 250 ms, 10 s, 15 min or 90 d",
                "--ledger.recent-rows=64 # ledger.recent-rows: 64 is not a size of memory; from 1 mb"
                        + " to 8 gb and with its unit, such as 64 mb",
                "--flush.min-age=20s # flush.min-age: longer than flush.max-age; make it shorter",
                "--ledger.unmatched-retry=91d # ledger.unmatched-retry: longer than"
                        + " ledger.unmatched-retry-max; make it shorter",
                "--marketo.ingestion-retries=5h # marketo.ingestion-retries: shorter than the six"
                        + " hours in which Marketo tries; make it longer",
                "--marketo.endpoint=http://example.com # marketo.endpoint: this is not a loopback"
                        + " URL; for tests only, such as http://127.0.0.1:8180",
                "--job-id=a b # job-id: this is not a name; letters, digits, '.', '_' and '-' only",
                "--kafka.properties.bootstrap.servers=a:1 # kafka.properties.bootstrap.servers: use"
                        + " kafka.bootstrap-servers",
                "--kafka.properties.group.id=x # kafka.properties.group.id: Rollcall sets this"
                        + " itself; use the job parameter kafka.group-id",
            })
    void saysWhatIsWrongWithAParameter(String argument, String fault) {
        assertThat(Given.parameterFaults(argument)).containsExactly(fault);
    }

    @Test
    void refusesAParameterGivenTwice() {
        assertThat(Given.parameterFaults("--flush.burst", "1", "--flush.burst", "2"))
                .containsExactly("flush.burst: given twice; leave one");
    }

    @Test
    void theSourcesPropertiesComeFirst() {
        JobParameters parameters = Given.parameters("--kafka.properties.client.rack=a");
        SourceConfig source =
                Given.read(Given.source("properties: {bootstrap.servers: 'other:9093'}"))
                        .sources()
                        .get(0);
        assertThat(parameters.kafka().values())
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("client.rack", "a");
        assertThat(parameters.kafka(source).values())
                .containsEntry("bootstrap.servers", "other:9093")
                .containsEntry("client.rack", "a");
    }

    @Test
    void kafkaItselfResolvesPlaceholders() {
        Properties properties =
                Given.parameters(
                                "--kafka.properties.sasl.jaas.config=x.PlainLoginModule required"
                                        + " username=\"u\" password=\"${env:PATH}\";")
                        .kafka()
                        .toProperties();
        properties.put("key.deserializer", ByteArrayDeserializer.class);
        properties.put("value.deserializer", ByteArrayDeserializer.class);
        Password resolved = new ConsumerConfig(properties).getPassword("sasl.jaas.config");
        assertThat(resolved.value()).contains("password=\"" + System.getenv("PATH") + "\"");
    }

    @Test
    void providersOfTheUsersOwnStay() {
        Properties properties =
                Given.parameters(
                                "--kafka.properties.config.providers=vault",
                                "--kafka.properties.ssl.key.password=${env:A}")
                        .kafka()
                        .toProperties();
        assertThat(properties).containsEntry("config.providers", "vault").hasSize(3);
    }

    @Test
    void setsNoProvidersWithoutPlaceholders() {
        assertThat(Given.parameters().kafka().toProperties()).containsOnlyKeys("bootstrap.servers");
    }
}
