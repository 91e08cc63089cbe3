package io.rollcall.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.secret.SecretReference;
import io.rollcall.secret.SecretUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path folder;

    private final AtomicLong nanos = new AtomicLong();

    private boolean matches(Secrets secrets, String given) {
        return secrets.match(given, secret -> secret);
    }

    @Test
    void aRotatedFileCountsAfterHalfAMinute() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "old");
        Secrets secrets = new Secrets(List.of(new SecretReference("file:" + file)), nanos::get);
        Files.writeString(file, "new");
        assertThat(matches(secrets, "old")).isTrue();
        nanos.set(Duration.ofSeconds(31).toNanos());
        assertThat(matches(secrets, "old")).isFalse();
        assertThat(matches(secrets, "new")).isTrue();
    }

    @Test
    void whatWasReadBeforeCountsWhileTheFileIsGone() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "old");
        Secrets secrets = new Secrets(List.of(new SecretReference("file:" + file)), nanos::get);
        Files.delete(file);
        nanos.set(Duration.ofMinutes(5).toNanos());
        assertThat(matches(secrets, "old")).isTrue();
        assertThat(matches(secrets, "")).isFalse();
    }

    @Test
    void aSecretThatIsMissingAtTheStartIsToldByItsPlace() {
        Path file = folder.resolve("token");
        assertThatThrownBy(
                        () -> new Secrets(List.of(new SecretReference("file:" + file)), nanos::get))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessageContaining(file.toString());
    }
}
