package io.rollcall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Lets Jazzer look for bytes that break a method {@code fuzzerTestOneInput}: some seconds, or with
 * {@code -Drollcall.long=true} five minutes for each target behind it. In a process of its own,
 * because it changes the classes that it loads; with few jars, since it reads all of them first.
 */
public final class Fuzzer {

    private static final int SECONDS = 20;
    private static final int LONG_SECONDS = 300;

    /** What the targets need; Flink's other jars would cost more time than the search. */
    private static final List<String> JARS =
            List.of(
                    "classes",
                    "jazzer",
                    "jackson",
                    "fastcsv",
                    "slf4j",
                    "commons-text",
                    "commons-lang3",
                    "flink-core",
                    "flink-streaming",
                    "async-http",
                    "netty");

    private Fuzzer() {}

    public static void run(Class<?> target, Path corpus, int targets)
            throws IOException, InterruptedException {
        long seconds = Boolean.getBoolean("rollcall.long") ? LONG_SECONDS * targets : SECONDS;
        Path said = Files.createTempFile("fuzz", ".log");
        Process fuzzer =
                new ProcessBuilder(command(target, corpus, seconds))
                        .directory(corpus.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        boolean ended = fuzzer.waitFor(seconds + 180, TimeUnit.SECONDS);
        fuzzer.destroyForcibly().waitFor();
        String words = Files.readString(said).replaceAll("(?m)^INFO: .*\\R", "");
        Files.delete(said);
        assertThat(ended).as(words).isTrue();
        assertThat(fuzzer.exitValue()).as(words).isZero();
        assertThat(words).as("the search went ahead").containsPattern("Done [1-9][0-9]* runs");
    }

    private static List<String> command(Class<?> target, Path corpus, long seconds) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jars(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=io.rollcall.**",
                "--custom_hook_includes=io.rollcall.**",
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.*",
                "-max_total_time=" + seconds,
                "-timeout=20",
                "-max_len=65536",
                "-rss_limit_mb=0",
                corpus.toString());
    }

    private static String jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> JARS.stream().anyMatch(new File(jar).getName()::contains))
                .map(jar -> new File(jar).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
