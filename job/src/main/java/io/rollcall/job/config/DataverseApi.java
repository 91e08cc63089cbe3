package io.rollcall.job.config;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * An environment of Dataverse and how its Web API is asked: {@code url} and {@code login} without a
 * slash at the end, references to the application user's credentials, tables by their logical
 * names, how often to ask for changes, and which share of a table a new reading may show as gone.
 */
public record DataverseApi(
        String url,
        String login,
        String tenant,
        String clientId,
        String clientSecret,
        List<String> tables,
        Duration pollInterval,
        double mayBeGone)
        implements Serializable {

    public DataverseApi {
        tables = List.copyOf(tables);
    }
}
