package io.rollcall.job.config;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One Kafka topic of audience events. {@code identityPaths} says for a namespace where in a message
 * an identity may stand. {@code properties} are this source's alone; lay them over the job's.
 */
public record SourceConfig(
        String topic,
        Format format,
        StartupMode startupMode,
        Map<String, List<String>> identityPaths,
        KafkaProperties properties)
        implements Serializable {

    public enum Format {
        ROLLCALL,
        AEP
    }

    /** Where a start without state begins to read. */
    public enum StartupMode {
        EARLIEST_OFFSET,
        LATEST_OFFSET,
        /** Where the consumer group stopped; the earliest offset where it never was. */
        COMMITTED_OFFSETS
    }

    public SourceConfig {
        identityPaths = Map.copyOf(identityPaths);
    }
}
