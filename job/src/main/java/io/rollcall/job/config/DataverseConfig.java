package io.rollcall.job.config;

import io.rollcall.event.decode.DataverseOptions;
import java.io.Serializable;
import java.util.Set;

/** Rows of Dynamics 365: what they mean, and where to read them; {@code api} null for a topic. */
public record DataverseConfig(DataverseOptions options, DataverseApi api) implements Serializable {

    DataverseConfig withFetched(Set<String> tables) {
        return new DataverseConfig(options.withFetched(tables), api);
    }
}
