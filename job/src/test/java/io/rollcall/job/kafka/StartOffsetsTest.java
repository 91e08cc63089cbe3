package io.rollcall.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.job.config.JobParameters;
import io.rollcall.job.config.KafkaProperties;
import io.rollcall.job.config.SourceConfig.StartupMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer.PartitionOffsetsRetriever;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartOffsetsTest {

    private static final TopicPartition KNOWN = new TopicPartition("events", 0);
    private static final TopicPartition NEW = new TopicPartition("events", 1);
    private static final List<TopicPartition> BOTH = List.of(KNOWN, NEW);

    /** Records 5 to 99 are there, those from 50 on within the time asked for. */
    private static final PartitionOffsetsRetriever KAFKA =
            new PartitionOffsetsRetriever() {
                @Override
                public Map<TopicPartition, Long> committedOffsets(Collection<TopicPartition> all) {
                    return all.contains(KNOWN) ? Map.of(KNOWN, 42L) : Map.of();
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
                    return times.containsKey(KNOWN)
                            ? Map.of(KNOWN, new OffsetAndTimestamp(50, times.get(KNOWN)))
                            : Map.of();
                }
            };

    private static Map<TopicPartition, Long> every(Collection<TopicPartition> all, long offset) {
        return all.stream().collect(Collectors.toMap(partition -> partition, any -> offset));
    }

    private static StartOffsets since(long millis, boolean withoutState) {
        Configuration options =
                Configuration.fromMap(
                        Map.of(
                                "topics.prefix", "",
                                "topics.reports", "events",
                                "start-without-state", "" + withoutState));
        JobParameters parameters = new JobParameters(options, new KafkaProperties(Map.of()));
        return StartOffsets.since(millis, new FreshStart(parameters, "any"));
    }

    @ParameterizedTest
    @EnumSource(StartupMode.class)
    void neverSkipsAGapInSilence(StartupMode mode) {
        assertThat(StartOffsets.of(mode).getAutoOffsetResetStrategy()).hasToString("none");
    }

    @Test
    void committedOffsetsBeginAtTheEarliestWhereTheGroupNeverWas() {
        StartOffsets start = StartOffsets.of(StartupMode.COMMITTED_OFFSETS);
        assertThat(start.getPartitionOffsets(BOTH, KAFKA))
                .containsEntry(KNOWN, 42L)
                .containsEntry(NEW, 5L);
    }

    @Test
    void aTimeBeginsWithTheFirstRecordSinceThen() {
        assertThat(since(7, true).getPartitionOffsets(BOTH, KAFKA))
                .containsEntry(KNOWN, 50L)
                .containsEntry(NEW, 100L);
    }

    /** Flink asks this of a source without state only; restored ones have their offsets. */
    @Test
    void whatAnEarlierRunHasReadIsNotBegunAgainUnlessMeant() {
        assertThatThrownBy(() -> since(7, false).getPartitionOffsets(BOTH, KAFKA))
                .isInstanceOf(SuppressRestartsException.class)
                .rootCause()
                .hasMessageContaining("(group rollcall-any has read events), which")
                .hasMessageContaining("write true to begin again");
        assertThat(since(7, false).getPartitionOffsets(List.of(NEW), KAFKA))
                .containsEntry(NEW, 100L);
    }
}
