package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** A secret in the wrong place is never repeated, and no key is read past. */
class SecrecyTest {

    private static final String SECRET = "hunter2-hunter2";

    /** What is shown on purpose: without these words nobody could tell what is synced. */
    private static final Set<String> SHOWN =
            Set.of("sources[].topic", "instances[].name", "activations[].audience");

    private static final Set<String> SHOWN_PARAMETERS =
            Set.of(
                    "config",
                    "job-id",
                    "kafka.group-id",
                    "topics.prefix",
                    "topics.reports",
                    "topics.outcomes",
                    "topics.memberships",
                    "topics.dead-letters");

    @TempDir Path directory;

    static List<YamlKey> keys() {
        return YamlKeys.all();
    }

    static List<String> parameters() {
        return RollcallOptions.all().stream()
                .<String>map(option -> option.key())
                .filter(key -> !SHOWN_PARAMETERS.contains(key))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aSecretUnderAnyKeyStaysOut(YamlKey key) throws IOException {
        String said = everythingSaid(planted(key, SECRET));
        if (SHOWN.contains(key.path())) {
            assertThat(said).contains(SECRET);
        } else {
            assertThat(said).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void noKeyIsReadPast(YamlKey key) throws IOException {
        String path = key.path().replace("[]", "[0]");
        assertThat(everythingSaid(planted(key, List.of(List.of("x")))))
                .contains(key.builtIn() ? path : "not supported yet: ");
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aSecretInAnyParameterStaysOut(String key) {
        assertThat(Given.parameterFaults("--" + key, SECRET).toString()).doesNotContain(SECRET);
    }

    @Test
    void aSecretInUnknownPlacesStaysOut() {
        assertThat(Given.parameterFaults("--marketo.client-secret", SECRET, SECRET).toString())
                .doesNotContain(SECRET);
        assertThat(Given.faults(Given.instance("clientsecret: " + SECRET)).toString())
                .doesNotContain(SECRET);
    }

    @Test
    void kafkaPropertiesAreNeverShown() throws Exception {
        String yaml = Given.source("properties: {innocent.name: " + SECRET + "}");
        Path file = Files.writeString(directory.resolve("rollcall.yaml"), yaml);
        Settings settings =
                Settings.parse(
                        "--config=" + file,
                        "--kafka.bootstrap-servers=kafka:9092",
                        "--kafka.properties.innocent.name=" + SECRET);
        assertThat(settings.shown().toString()).doesNotContain(SECRET, "innocent");
        assertThat(settings.toString()).contains("innocent.name").doesNotContain(SECRET);
    }

    @Test
    void referencesAreNotShown() {
        assertThat(Given.read(Given.YAML).shown().toString()).doesNotContain("env:", "file:");
    }

    /** Faults if there are any, else what is shown. */
    private static String everythingSaid(String yaml) {
        List<String> faults = Given.faults(yaml);
        return faults.isEmpty() ? Given.read(yaml).shown().toString() : faults.toString();
    }

    private static String planted(YamlKey key, Object value) throws IOException {
        Map<String, Object> root =
                new Yaml().load(Files.readString(Path.of("../deploy/rollcall.example.yaml")));
        for (String format : List.of("audience-manager", "dataverse")) {
            if (key.section().startsWith("sources[]." + format)) {
                section(root, "sources[]").put("format", format);
            }
        }
        section(root, key.section()).put(key.name(), value);
        return new Yaml().dump(root);
    }

    private static List<Object> one() {
        return new ArrayList<>(List.of(new LinkedHashMap<>()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Map<String, Object> root, String section) {
        Object at = root;
        for (String step : section.isEmpty() ? new String[0] : section.split("\\.")) {
            Map<String, Object> map = (Map<String, Object>) at;
            String name = step.replace("[]", "");
            boolean list = step.endsWith("[]");
            at = map.computeIfAbsent(name, missing -> list ? one() : new LinkedHashMap<>());
            at = list ? ((List<Object>) at).get(0) : at;
        }
        return (Map<String, Object>) at;
    }
}
