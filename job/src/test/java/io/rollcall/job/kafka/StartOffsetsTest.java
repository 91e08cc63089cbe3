package io.rollcall.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.job.config.SourceConfig.StartupMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer.PartitionOffsetsRetriever;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartOffsetsTest {

    private static final TopicPartition KNOWN = new TopicPartition("events", 0);
    private static final TopicPartition NEW = new TopicPartition("events", 1);

    /** Records 5 to 99 are there, those from 50 on within the time asked for. */
    private static final PartitionOffsetsRetriever KAFKA =
            new PartitionOffsetsRetriever() {
                @Override
                public Map<TopicPartition, Long> committedOffsets(Collection<TopicPartition> all) {
                    return Map.of(KNOWN, 42L);
                }

                @Override
                public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> all) {
                    return every(all, 100L);
                }

                @Override
                public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> all) {
                    return every(all, 5L);
                }

                @Override
                public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                        Map<TopicPartition, Long> times) {
                    return Map.of(KNOWN, new OffsetAndTimestamp(50, times.get(KNOWN)));
                }
            };

    private static Map<TopicPartition, Long> every(Collection<TopicPartition> all, long offset) {
        return all.stream().collect(Collectors.toMap(partition -> partition, any -> offset));
    }

    @ParameterizedTest
    @EnumSource(StartupMode.class)
    void neverSkipsAGapInSilence(StartupMode mode) {
        assertThat(StartOffsets.of(mode).getAutoOffsetResetStrategy()).hasToString("none");
    }

    @Test
    void committedOffsetsBeginAtTheEarliestWhereTheGroupNeverWas() {
        StartOffsets start = StartOffsets.of(StartupMode.COMMITTED_OFFSETS);
        assertThat(start.getPartitionOffsets(List.of(KNOWN, NEW), KAFKA))
                .containsEntry(KNOWN, 42L)
                .containsEntry(NEW, 5L);
    }

    @Test
    void aTimeBeginsWithTheFirstRecordSinceThen() {
        assertThat(StartOffsets.since(7).getPartitionOffsets(List.of(KNOWN, NEW), KAFKA))
                .containsEntry(KNOWN, 50L)
                .containsEntry(NEW, 100L);
    }
}
