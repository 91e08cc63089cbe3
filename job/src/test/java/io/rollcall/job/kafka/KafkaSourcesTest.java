package io.rollcall.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance;
import io.rollcall.testing.Example;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KafkaSourcesTest {

    private static final Duration RETRIES = Duration.ofMinutes(390);
    private static final Duration USUAL = Duration.ofMinutes(15);

    private static Duration counts(String reader, Instance... instances) {
        return KafkaSources.thatCount(reader, List.of(instances), RETRIES);
    }

    @Test
    void aLedgerWithoutStateReadsOfAllAdditionsThatMayStillRun() {
        Instance rest = Example.instance();
        Instance ingesting = rest.ingesting("http://127.0.0.1");

        assertThat(counts(FreshStart.LEDGERS_READER, rest)).isEqualTo(USUAL);
        assertThat(counts(FreshStart.LEDGERS_READER, rest, ingesting)).isEqualTo(RETRIES);
        assertThat(counts("reports-scheduler", ingesting)).isEqualTo(USUAL);
    }
}
