package io.rollcall.job.chaos;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The repository's scripts, as somebody at a terminal runs them. What they say is logged. */
record Scripts(Path folder, Map<String, String> environment) {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final int PATIENCE_MIN = 5;

    /** What it prints on standard output; an exception unless it succeeds. */
    String run(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(REPOSITORY.resolve("scripts").resolve(name).toString());
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, name, ".out");
        File log = folder.resolve("scripts.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.appendTo(log));
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(out.toFile()).start();
        if (!process.waitFor(PATIENCE_MIN, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("scripts/" + name + " does not end; see " + log);
        }
        if (process.exitValue() != 0) {
            throw new IOException("scripts/" + name + " failed; see " + log);
        }
        return Files.readString(out).trim();
    }
}
