package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String SERVERS = "--kafka.bootstrap-servers=kafka:9092";

    @TempDir Path directory;

    @Test
    void theExampleIsComplete() throws ConfigurationException {
        Settings settings = Settings.parse("--config", "../deploy/rollcall.example.yaml", SERVERS);
        assertThat(settings.warnings()).isEmpty();
        assertThat(settings.sync().sources()).hasSize(3);
        assertThat(settings.sync().activations()).hasSize(4);
        assertThat(settings.sync().activationSet().of("123-ABC-456").activations()).hasSize(4);
    }

    @Test
    void theExampleHasEveryKeyThatIsBuilt() throws IOException {
        String example = Files.readString(Path.of("../deploy/rollcall.example.yaml"));
        assertThat(YamlKeys.all())
                .filteredOn(YamlKey::builtIn)
                .allSatisfy(key -> assertThat(example).contains(key.name() + ":"));
    }

    @Test
    void faultsOfBothAreToldAtOnceOneALine() throws IOException {
        String file = file(Given.yaml("id: 1001", "id: 0"));
        assertThatThrownBy(() -> Settings.parse("--config", file, "--flush.brust=1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        """
                        The configuration has 3 faults:
                          flush.brust: no such job parameter; did you mean flush.burst?
                          kafka.bootstrap-servers: missing; write host:port[,host:port]; such as\
                         kafka-1:9092,kafka-2:9092
                          activations[0].list.id: 0 is not a list id; use the number at the end of\
                         the list's URL (…#ST1001A1 → 1001)""")
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }

    @Test
    void saysThatTheFileCannotBeRead() {
        assertThatThrownBy(() -> Settings.parse("--config", directory + "/none.yaml", SERVERS))
                .hasMessageContaining("config: the file cannot be read here (FileNotFound");
        assertThatThrownBy(() -> Settings.parse("--config", directory.toString(), SERVERS))
                .hasMessageContaining("config: the file cannot be read here (");
        assertThatThrownBy(() -> Settings.parse("--config", "nofs://x/y", SERVERS))
                .hasMessageContaining("config: the file cannot be read here (Unsupported");
    }

    @Test
    void saysThatTheConfigurationIsMissing() {
        assertThatThrownBy(() -> Settings.parse(SERVERS))
                .hasMessageContaining("config: missing; write a path or URI");
    }

    @Test
    void helpListsEveryParameter() {
        ConfigurationException help =
                catchThrowableOfType(
                        ConfigurationException.class, () -> Settings.parse("--help", "--zebra"));
        assertThat(help.helpWasAsked()).isTrue();
        assertThat(RollcallOptions.all())
                .allSatisfy(option -> assertThat(help).hasMessageContaining("--" + option.key()));
        assertThat(help).hasMessageContaining("--kafka.properties.*");
    }

    @Test
    void showsWhatIsSyncedWhereAndHow() throws Exception {
        Settings settings = Settings.parse("--config", file(Given.YAML), SERVERS);
        assertThat(settings.shown())
                .containsEntry("flush.min-age", "250 ms")
                .containsEntry("kafka.bootstrap-servers", "kafka:9092")
                .containsEntry("identities", "email, ecid")
                .containsEntry("sources.audience-events", "rollcall, from earliest-offset")
                .containsEntry(
                        "instances.emea",
                        "123-ABC-456 at https://123-abc-456.mktorest.com, match-only")
                .containsEntry("activations.123-ABC-456.1001", "gold, mirror")
                .doesNotContainKey("marketo.endpoint");
    }

    private String file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("rollcall.yaml"), yaml).toString();
    }
}
