package io.rollcall.job.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Configurations for tests: a small one that is right, and ways to put it wrong. */
final class Given {

    static final String YAML =
            """
            sources:
              - topic: audience-events
                format: rollcall
            identities: [email, ecid]
            instances:
              - name: emea
                munchkin-id: 123-ABC-456
                client-id: env:MARKETO_CLIENT_ID
                client-secret: file:/run/secrets/marketo
                lookup: {email: email}
            activations:
              - audience: gold
                instance: emea
                list: {id: 1001}
            """;

    private Given() {}

    /** The small one with one passage replaced, which must be there. */
    static String yaml(String passage, String by) {
        if (!YAML.contains(passage)) {
            throw new IllegalArgumentException("not in the YAML: " + passage);
        }
        return YAML.replace(passage, by);
    }

    static String activation(String... lines) {
        return YAML + "    " + String.join("\n    ", lines) + "\n";
    }

    static String instance(String... lines) {
        String lookup = "    lookup: {email: email}\n";
        return yaml(lookup, lookup + "    " + String.join("\n    ", lines) + "\n");
    }

    static String source(String... lines) {
        String format = "    format: rollcall\n";
        return yaml(format, format + "    " + String.join("\n    ", lines) + "\n");
    }

    static SyncConfig read(String yaml, String... arguments) {
        Faults faults = new Faults();
        SyncConfig sync = read(yaml, faults, arguments);
        try {
            faults.throwIfAny();
        } catch (ConfigurationException e) {
            throw new AssertionError(e.getMessage());
        }
        return sync;
    }

    static List<String> faults(String yaml, String... arguments) {
        Faults faults = new Faults();
        read(yaml, faults, arguments);
        return found(faults);
    }

    static List<String> warnings(String yaml) {
        Faults faults = new Faults();
        read(yaml, faults);
        return faults.warnings();
    }

    static List<String> parameterFaults(String... arguments) {
        Faults faults = new Faults();
        parameters(faults, arguments);
        return found(faults);
    }

    static JobParameters parameters(String... arguments) {
        Faults faults = new Faults();
        JobParameters parameters = parameters(faults, arguments);
        if (!found(faults).isEmpty()) {
            throw new AssertionError(found(faults));
        }
        return parameters;
    }

    private static SyncConfig read(String yaml, Faults faults, String... arguments) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        JobParameters parameters = parameters(faults, arguments);
        try {
            return SyncConfigReader.read(
                    "rollcall.yaml", new ByteArrayInputStream(bytes), parameters, faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JobParameters parameters(Faults faults, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(
                List.of("--config", "rollcall.yaml", "--kafka.bootstrap-servers", "kafka:9092"));
        return JobParametersReader.read(line, faults);
    }

    private static List<String> found(Faults faults) {
        try {
            faults.throwIfAny();
            return List.of();
        } catch (ConfigurationException e) {
            return e.faults();
        }
    }
}
