package io.rollcall.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReceiveCommandTest {

    private static final String[] AAM = {
        "--door", "/aam", "--topic", "aam", "--hmac", "sha256", "--secret", "file:/no/such/key"
    };

    @TempDir Path folder;

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        return ReceiveCommand.commandLine().setOut(writer).setErr(writer).execute(arguments);
    }

    private static String[] aam(String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of(AAM));
        return all.toArray(new String[0]);
    }

    @Test
    void severalDoorsEachHaveTheirOwnOptions() {
        ReceiveCommand command = new ReceiveCommand();
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(
                        aam(
                                "--port",
                                "9000",
                                "--door",
                                "/aep",
                                "--topic",
                                "aep",
                                "--bearer",
                                "--secret",
                                "env:A,env:B",
                                "--door",
                                "/dataverse",
                                "--key-parameter",
                                "code",
                                "--secret",
                                "env:C",
                                "--topic",
                                "crm"));
        assertThat(command.doors())
                .extracting(door -> door.path() + " " + door.topic() + " " + door.faults())
                .containsExactly("/aep aep []", "/dataverse crm []", "/aam aam []");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        int code =
                run(
                        "--host=0.0.0.0",
                        "--largest-body=1",
                        "--tls-password=hunter2",
                        "--door=/health",
                        "--topic=a b",
                        "--bearer",
                        "--key-header=x",
                        "--secret=s3cret",
                        "--door=/aam",
                        "--topic=aam",
                        "--header=X",
                        "--secret=env:A",
                        "--door=/aam",
                        "--topic=aam",
                        "--bearer",
                        "--secret=env:A");
        assertThat(code).isEqualTo(2);
        assertThat(said.toString())
                .contains(
                        "/health: it needs a path such as /audience-manager, and not /health",
                        "/health: --topic is no topic name",
                        "/health: it needs one of --hmac, --bearer, --key-header and --key-parameter",
                        "/health: --secret names where the secret stands",
                        "/aam: it needs one of --hmac",
                        "/aam: --header goes with --hmac only",
                        "/aam: two doors of this path; leave one",
                        "--largest-body is from 1000",
                        "--tls and --tls-password belong together",
                        "--host lets other machines in")
                .doesNotContain("s3cret", "hunter2", "Usage:");
    }

    @Test
    void aSecretThatCannotBeReadIsSaidInOneLine() {
        assertThat(run(aam())).isEqualTo(1);
        assertThat(said.toString().lines())
                .containsExactly(
                        "the secret at file:/no/such/key cannot be read: NoSuchFileException");
    }

    @Test
    void aCertificateThatIsMissingIsSaid() {
        Path none = folder.resolve("none.p12");
        assertThat(run(aam("--tls=" + none, "--tls-password=env:P"))).isEqualTo(2);
        assertThat(said.toString()).contains("--tls: there is no such file to read: " + none);
    }

    @Test
    void helpSaysWhatEachOptionDoes() {
        assertThat(run("--help")).isZero();
        assertThat(said.toString()).contains("--hmac", "--answer-within", "Doors:");
    }
}
