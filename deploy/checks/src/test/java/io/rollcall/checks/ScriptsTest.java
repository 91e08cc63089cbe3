package io.rollcall.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every script owes whoever calls it at night. ShellCheck is a plugin of this module. */
class ScriptsTest {

    private static Stream<Path> scripts() throws IOException {
        try (Stream<Path> all = Files.list(Repository.path("scripts"))) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(script -> !script.getFileName().toString().startsWith("."))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void saysWhatItDoesAndHowItIsCalled(Path script) throws Exception {
        String name = "scripts/" + script.getFileName();
        Process process = new ProcessBuilder("bash", script.toString(), "--help").start();
        String help = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(help).contains(name).doesNotContain("set -euo");
        assertThat(help.lines().count()).isGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void stopsAtTheFirstFault(Path script) throws IOException {
        List<String> lines = Files.readAllLines(script);

        assertThat(lines.get(0)).isEqualTo("#!/usr/bin/env bash");
        assertThat(lines.get(1)).as("a header").startsWith("# ");
        assertThat(lines).contains("set -euo pipefail");
        assertThat(Files.isExecutable(script)).isTrue();
    }
}
