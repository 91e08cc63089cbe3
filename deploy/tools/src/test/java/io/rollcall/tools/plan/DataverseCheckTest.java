package io.rollcall.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.job.config.Settings;
import io.rollcall.sandbox.dataverse.Dataverse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataverseCheckTest {

    private static final String YAML =
            """
            sources:
              - format: dataverse
                dataverse:
                  audiences: [{audience: synced}]
                  url: %1$s
                  login: %1$s
                  tenant: contoso.onmicrosoft.com
                  client-id: file:%2$s
                  client-secret: file:%3$s
            identities: [dynamics_id, email]
            instances:
              - {name: emea, munchkin-id: 111-AAA-111, client-id: 'env:A', client-secret: 'env:B', lookup: {email: email}}
            activations:
              - {audience: synced, instance: emea, list: {id: 1001}}
            """;

    @TempDir Path folder;

    private Dataverse dataverse;

    @BeforeEach
    void start() throws IOException {
        dataverse = Dataverse.start("s3cret");
    }

    @AfterEach
    void stop() {
        dataverse.close();
    }

    private List<String> found(String secret, String... replaced) throws Exception {
        Path id = Files.writeString(folder.resolve("id"), Dataverse.clientId());
        Path file = Files.writeString(folder.resolve("secret"), secret);
        String yaml = YAML.formatted(dataverse.url(), id, file);
        for (int i = 0; i < replaced.length; i += 2) {
            yaml = yaml.replace(replaced[i], replaced[i + 1]);
        }
        Path config = Files.writeString(folder.resolve("rollcall.yaml"), yaml);
        Settings settings =
                Settings.parse("--config=" + config, "--kafka.bootstrap-servers=127.0.0.1:1");
        Findings findings = new Findings();
        new DataverseCheck(settings.sync().sources().get(0), findings).check();
        return findings.lines();
    }

    @Test
    void allSevenAreWell() throws Exception {
        assertThat(found("s3cret"))
                .containsExactly(
                        "",
                        "Dataverse 127.0.0.1",
                        "  ok     1 URL: a Web API answers",
                        "  ok     2 credentials: Entra gives a token for them",
                        "  ok     3 role: Rollcall Reader; reads contact, lead",
                        "  ok     4 columns: all that are configured are there (Marketo: the solution"
                                + " is installed)",
                        "  ok     5 steps: changes are tracked, and no step that sends messages is"
                                + " disabled",
                        "  ok     6 user: an application user, enabled",
                        "  ok     7 user: it belongs to these credentials");
    }

    @Test
    void aWrongUrlOrSecretEndsIt() throws Exception {
        assertThat(found("wrong"))
                .anyMatch(line -> line.startsWith("  FAULT  2 credentials: no token"))
                .noneMatch(line -> line.contains("3 role"));
        assertThat(found("s3cret", "  url: " + dataverse.url(), "  url: http://127.0.0.1:1"))
                .anyMatch(line -> line.startsWith("  FAULT  1 URL: no Web API there (connect"))
                .noneMatch(line -> line.contains("2 credentials"));
    }

    @Test
    void eachThatIsNotWellSaysWhatToDo() throws Exception {
        dataverse.table("lead").readable(false);
        dataverse.table("contact").tracked(false);
        dataverse.user(
                new Dataverse.User(
                        "another",
                        true,
                        List.of("Basic User"),
                        List.of("Rollcall: Create of contact")));
        assertThat(found("s3cret", "{audience: synced}]", "{audience: synced, field: new_sync}]"))
                .anyMatch(l -> l.startsWith("  FAULT  3 role: cannot read lead (HTTP 403"))
                .anyMatch(
                        l ->
                                l.startsWith(
                                        "  FAULT  4 columns: there is no contact.new_sync, lead.new_sync;"))
                .anyMatch(
                        l ->
                                l.equals(
                                        "  FAULT  5 steps: turn Track changes on for contact; enable Rollcall: Create of contact"))
                .anyMatch(l -> l.startsWith("  FAULT  6 user: it is disabled"))
                .anyMatch(l -> l.startsWith("  FAULT  7 user: it belongs to another"));
    }
}
