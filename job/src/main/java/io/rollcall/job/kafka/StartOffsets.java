package io.rollcall.job.kafka;

import io.rollcall.job.config.ConfigurationException;
import io.rollcall.job.config.SourceConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a start without state begins; and {@code auto.offset.reset=none}: when retention has
 * deleted what a restored source still had to read, the job says so and stops, instead of skipping
 * the gap in silence.
 */
@SuppressWarnings("deprecation") // OffsetResetStrategy: the connector's interface still names it
final class StartOffsets implements OffsetsInitializer {

    private final OffsetsInitializer first;

    private StartOffsets(OffsetsInitializer first) {
        this.first = first;
    }

    static StartOffsets of(SourceConfig.StartupMode mode) {
        return new StartOffsets(
                switch (mode) {
                    case EARLIEST_OFFSET -> OffsetsInitializer.earliest();
                    case LATEST_OFFSET -> OffsetsInitializer.latest();
                    case COMMITTED_OFFSETS -> new CommittedElseEarliest();
                });
    }

    static StartOffsets since(long millis, FreshStart start) {
        return new StartOffsets(new Fresh(OffsetsInitializer.timestamp(millis), start));
    }

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
        return first.getPartitionOffsets(partitions, retriever);
    }

    @Override
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.NONE;
    }

    /** Only asked by a source that starts without state. */
    private record Fresh(OffsetsInitializer first, FreshStart start) implements OffsetsInitializer {

        @Override
        public Map<TopicPartition, Long> getPartitionOffsets(
                Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
            try {
                start.vet(retriever.committedOffsets(partitions).keySet());
            } catch (ConfigurationException e) {
                throw new SuppressRestartsException(e); // no restart would change it
            }
            return first.getPartitionOffsets(partitions, retriever);
        }

        @Override
        public OffsetResetStrategy getAutoOffsetResetStrategy() {
            return OffsetResetStrategy.NONE;
        }
    }

    /** Flink's own leaves the "else" to Kafka's reset, which is off here. */
    private static final class CommittedElseEarliest implements OffsetsInitializer {

        @Override
        public Map<TopicPartition, Long> getPartitionOffsets(
                Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
            Map<TopicPartition, Long> offsets =
                    new HashMap<>(retriever.beginningOffsets(partitions));
            offsets.putAll(retriever.committedOffsets(partitions));
            return offsets;
        }

        @Override
        public OffsetResetStrategy getAutoOffsetResetStrategy() {
            return OffsetResetStrategy.NONE;
        }
    }
}
