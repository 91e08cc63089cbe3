package io.rollcall.job.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.job.Kafka;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
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
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;

/**
 * Kafka, a JobManager and two TaskManagers, each a process of its own that can be killed: what
 * {@code scripts/local} starts, with the job's shipped jar, by the scripts that the runbook names.
 */
final class Stack implements AutoCloseable {

    static final List<String> TASKMANAGERS = List.of("taskmanager", "taskmanager-2");

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final int PATIENCE_MIN = 5;

    final Kafka kafka;
    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private final Thread ending = new Thread(this::end);

    private Stack(Path folder, String settings, String options) throws IOException {
        this.folder = folder;
        String kafkaPort = freePort();
        environment.put("ROLLCALL_LOCAL", folder.toString());
        environment.put("ROLLCALL_TASKMANAGERS", TASKMANAGERS.size() + "");
        environment.put("ROLLCALL_FLINK", settings);
        environment.put("JDK_JAVA_OPTIONS", options);
        environment.put("KAFKA_PORT", kafkaPort);
        environment.put("FLINK_REST_PORT", freePort());
        this.kafka = new Kafka("127.0.0.1:" + kafkaPort);
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
        Path jars = REPOSITORY.resolve(".local/lib");
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

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort() + "";
        }
    }

    /** Starts whatever process is missing, and waits until it is of use. */
    void mend() throws Exception {
        script("local", "start", "--no-sandbox");
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
        arguments.addAll(List.of("--jar", REPOSITORY + "/job/target/rollcall-job.jar", "--"));
        arguments.addAll(parameters);
        return script("submit", arguments.toArray(new String[0]));
    }

    String savepoint(String job, boolean stop) throws Exception {
        return stop ? script("savepoint", "--stop", job) : script("savepoint", job);
    }

    private String script(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(REPOSITORY.resolve("scripts").resolve(name).toString());
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, name, ".out");
        File log = folder.resolve("scripts.log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.appendTo(log));
        builder.environment().putAll(environment);
        Process process = builder.redirectOutput(out.toFile()).start();
        boolean ended = process.waitFor(PATIENCE_MIN, TimeUnit.MINUTES);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(
                    "scripts/" + name + (ended ? " failed" : " does not end") + "; see " + log);
        }
        return Files.readString(out).trim();
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
        return URI.create("http://127.0.0.1:" + environment.get("FLINK_REST_PORT") + path);
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
            for (String process : TASKMANAGERS) {
                wake(process);
            }
            script("local", "stop", "--no-sandbox");
        } catch (Exception e) {
            throw new IllegalStateException("not everything has ended", e);
        }
    }
}
