package io.rollcall.job.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.job.Kafka;
import io.rollcall.job.Ports;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;

/**
 * Kafka, a JobManager and two TaskManagers, each a process of its own that can be killed: what
 * {@code scripts/local} starts, with the job's shipped jar, by the scripts that the runbook names.
 */
final class Stack implements AutoCloseable {

    static final List<String> TASKMANAGERS = List.of("taskmanager", "taskmanager-2");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    final Kafka kafka;
    private final Path folder;
    private final String rest;
    private final Scripts scripts;
    private final Thread ending = new Thread(this::end);

    private Stack(Path folder, String settings, String options) {
        String kafkaPort = Ports.free() + "";
        String restPort = Ports.free() + "";
        this.folder = folder;
        this.rest = "http://127.0.0.1:" + restPort;
        this.kafka = new Kafka("127.0.0.1:" + kafkaPort);
        this.scripts =
                new Scripts(
                        folder,
                        Map.of(
                                "ROLLCALL_LOCAL", folder.toString(),
                                "ROLLCALL_TASKMANAGERS", TASKMANAGERS.size() + "",
                                "ROLLCALL_FLINK", settings,
                                "JDK_JAVA_OPTIONS", options,
                                "KAFKA_PORT", kafkaPort,
                                "FLINK_REST_PORT", restPort));
    }

    /**
     * In an empty folder; the jars of the checkout's own stack serve this one too.
     *
     * @param settings of Flink's, one a line
     * @param options of every JVM
     */
    static Stack start(Path folder, String settings, String options) throws Exception {
        Stack stack = new Stack(folder, settings, options);
        stack.clear();
        Path jars = Scripts.REPOSITORY.resolve(".local/lib");
        Path lib = folder.resolve("lib");
        if (Files.exists(jars.resolve("stamp")) && !Files.exists(lib)) {
            Files.createSymbolicLink(lib, jars);
        }
        Runtime.getRuntime().addShutdownHook(stack.ending);
        stack.mend();
        return stack;
    }

    /** Of what an earlier run left, processes too. The jars stay. */
    private void clear() throws Exception {
        Files.createDirectories(folder);
        end();
        try (Stream<Path> old = Files.list(folder)) {
            for (Path one : old.filter(p -> !p.endsWith("lib")).toList()) {
                FileUtils.deleteFileOrDirectory(one.toFile());
            }
        }
    }

    /** Starts whatever process is missing, and waits until it is of use. */
    void mend() throws Exception {
        scripts.run("local", "start", "--no-sandbox");
    }

    /** As {@code kill -9} does. */
    void kill(String process) throws Exception {
        signal("-KILL", process);
    }

    /** A process at a halt knows nothing of the time that passes. */
    void halt(String process) throws Exception {
        signal("-STOP", process);
    }

    /** Nothing happens to one that is not there. */
    void wake(String process) throws Exception {
        signal("-CONT", process);
    }

    void wakeAll() throws Exception {
        for (String process : TASKMANAGERS) {
            wake(process);
        }
    }

    private void signal(String signal, String process) throws Exception {
        Path file = folder.resolve("pids").resolve(process + ".pid");
        if (!Files.exists(file)) {
            return;
        }
        String pid = Files.readString(file).trim();
        new ProcessBuilder("kill", signal, pid)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /**
     * @param from a savepoint, {@code latest}, or null to begin from nothing
     * @return the job's id
     */
    String submit(String from, int parallelism, List<String> parameters) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--parallelism", parallelism + ""));
        if (from != null) {
            arguments.addAll(List.of("--from", from));
        }
        arguments.addAll(
                List.of("--jar", Scripts.REPOSITORY + "/job/target/rollcall-job.jar", "--"));
        arguments.addAll(parameters);
        return scripts.run("submit", arguments.toArray(new String[0]));
    }

    String savepoint(String job, boolean stop) throws Exception {
        return stop ? scripts.run("savepoint", "--stop", job) : scripts.run("savepoint", job);
    }

    /** An answer of Flink's REST API. */
    JsonNode rest(String path) throws IOException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(10)).build();
            return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    private URI address(String path) {
        return URI.create(rest + path);
    }

    void cancel(String job) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address("/jobs/" + job))
                        .method("PATCH", HttpRequest.BodyPublishers.noBody())
                        .build();
        HTTP.send(request, BodyHandlers.discarding());
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(ending);
        end();
    }

    private void end() {
        try {
            wakeAll();
            scripts.run("local", "stop", "--no-sandbox");
        } catch (Exception e) {
            throw new IllegalStateException("not everything has ended", e);
        }
    }
}
