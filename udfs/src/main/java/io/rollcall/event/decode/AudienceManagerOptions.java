package io.rollcall.event.decode;

import java.io.Serializable;
import java.util.List;

/** What Rollcall is told of an Audience Manager account. */
public record AudienceManagerOptions(List<DataSource> dataSources) implements Serializable {

    public static final AudienceManagerOptions USUAL = new AudienceManagerOptions(List.of());

    public AudienceManagerOptions {
        dataSources = List.copyOf(dataSources);
    }
}
