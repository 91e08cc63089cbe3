package io.rollcall.tools;

import io.rollcall.job.config.ConfigurationException;
import io.rollcall.job.config.Settings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The job's own command line, for tools that read the configuration as the job does. */
public final class JobLine {

    @Option(names = "--config", required = true, description = "the job's YAML")
    private String config;

    @Option(
            names = "--kafka",
            description = "the default of kafka.bootstrap-servers (${DEFAULT-VALUE})",
            defaultValue = "127.0.0.1:9092")
    private String servers;

    /** With whatever else stands on the line; picocli gives that to a command only. */
    public Settings settings(List<String> parameters) throws RefusedException {
        List<String> line = new ArrayList<>(List.of("--config=" + config));
        if (parameters.stream().noneMatch(p -> p.startsWith("--kafka.bootstrap-servers"))) {
            line.add("--kafka.bootstrap-servers=" + servers);
        }
        line.addAll(parameters);
        try {
            return Settings.parse(line.toArray(new String[0]));
        } catch (ConfigurationException e) {
            throw new RefusedException(e.getMessage());
        }
    }
}
