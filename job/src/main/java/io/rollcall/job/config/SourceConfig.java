package io.rollcall.job.config;

import io.rollcall.event.decode.AudienceManagerOptions;
import io.rollcall.event.decode.CsvOptions;
import io.rollcall.event.decode.Decoder;
import io.rollcall.event.decode.DecoderOptions;
import io.rollcall.event.decode.Decoders;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One Kafka topic of audience events, or a folder of uploads: {@code topic} or {@code path} is
 * null. {@code identityPaths} says for a namespace where in a message an identity may stand. {@code
 * properties} are this source's alone; lay them over the job's. {@code csv}, {@code
 * audienceManager} and {@code dataverse} are null for other formats; rows of the Dataverse Web API
 * have neither topic nor path.
 */
public record SourceConfig(
        String topic,
        String path,
        Format format,
        StartupMode startupMode,
        Map<String, List<String>> identityPaths,
        KafkaProperties properties,
        CsvOptions csv,
        AudienceManagerOptions audienceManager,
        DataverseConfig dataverse)
        implements Serializable {

    public enum Format {
        ROLLCALL,
        AEP,
        CSV,
        CSV_SNAPSHOT,
        AUDIENCE_MANAGER,
        DATAVERSE;

        boolean isOfFiles() {
            return isCsv() || this == AUDIENCE_MANAGER;
        }

        boolean hasAttributes() {
            return !isOfFiles();
        }

        boolean isCsv() {
            return this == CSV || this == CSV_SNAPSHOT;
        }
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

    /** Names the operators that read it: part of the state format. */
    public String name() {
        if (topic != null) {
            return topic;
        }
        String place = isWebApi() ? dataverse.api().url().replaceFirst("https?://", "") : path;
        return place.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^-|-$", "");
    }

    public boolean isWebApi() {
        return dataverse != null && dataverse.api() != null;
    }

    SourceConfig withFetched(Set<String> tables) {
        return dataverse == null
                ? this
                : new SourceConfig(
                        topic,
                        path,
                        format,
                        startupMode,
                        identityPaths,
                        properties,
                        csv,
                        audienceManager,
                        dataverse.withFetched(tables));
    }

    public String formatName() {
        return Words.of(format);
    }

    public Decoder decoder(DecoderOptions options) {
        if (csv != null) {
            return Decoders.csv(csv, options);
        }
        if (dataverse != null) {
            return Decoders.dataverse(dataverse.options(), options);
        }
        return audienceManager == null
                ? Decoders.of(formatName(), options)
                : Decoders.audienceManager(audienceManager, options);
    }
}
