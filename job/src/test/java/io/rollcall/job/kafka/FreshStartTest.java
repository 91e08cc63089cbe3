package io.rollcall.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshStartTest {

    /** A JobManager that comes back runs main again: only it knows what it recovers. */
    @ParameterizedTest
    @CsvSource({
        "execution.state-recovery.path, file:///savepoints/1, true",
        "high-availability.type, kubernetes, true",
        "high-availability.type, ZooKeeper, true",
        "high-availability.type, none, false",
        "execution.checkpointing.dir, file:///checkpoints, false",
    })
    void isNotSureWhereThereMayBeState(String key, String value, boolean mayHaveState) {
        Configuration flink = Configuration.fromMap(Map.of(key, value));
        assertThat(FreshStart.mayHaveState(flink)).isEqualTo(mayHaveState);
    }
}
