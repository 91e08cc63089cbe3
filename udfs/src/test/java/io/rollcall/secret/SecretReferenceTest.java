package io.rollcall.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {

    @TempDir Path directory;

    @Test
    void readsTheEnvironment() throws SecretUnavailableException {
        SecretReference reference = new SecretReference("env:CLIENT_SECRET");
        assertThat(reference.resolve(name -> name.equals("CLIENT_SECRET") ? "hunter2" : null))
                .isEqualTo("hunter2");
    }

    @Test
    void readsTheEnvironmentOfThisProcess() throws SecretUnavailableException {
        assertThat(new SecretReference("env:PATH").resolve()).isEqualTo(System.getenv("PATH"));
    }

    @Test
    void readsAFileWithoutItsLastNewline() throws IOException, SecretUnavailableException {
        assertThat(fileHolding(" hunter 2 \r\n").resolve()).isEqualTo(" hunter 2 ");
    }

    @Test
    void readsAFileAnewEachTimeSoThatItCanBeRotated() throws Exception {
        SecretReference reference = fileHolding("old");
        reference.resolve();
        fileHolding("new");
        assertThat(reference.resolve()).isEqualTo("new");
    }

    @Test
    void saysWhichVariableIsMissing() {
        SecretReference reference = new SecretReference("env:NOT_THERE");
        assertThatThrownBy(() -> reference.resolve(name -> null))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessage(
                        "the secret at env:NOT_THERE cannot be read: "
                                + "no such environment variable in this process");
    }

    @Test
    void saysWhichFileIsMissingOrEmpty() throws IOException {
        assertThatThrownBy(() -> new SecretReference("file:" + directory + "/none").resolve())
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessageContaining("/none cannot be read: NoSuchFileException");
        SecretReference empty = fileHolding("\n");
        assertThatThrownBy(empty::resolve).hasMessageEndingWith("cannot be read: it is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "env:", "env:hunter-2", "file:hunter2", "file:/hunter2/"})
    void refusesALiteralWithoutRepeatingIt(String literal) {
        assertThatThrownBy(() -> new SecretReference(literal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("env:NAME")
                .hasMessageNotContaining("hunter");
    }

    private SecretReference fileHolding(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), content);
        return new SecretReference("file:" + file);
    }
}
