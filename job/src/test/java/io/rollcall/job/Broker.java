package io.rollcall.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/** A real Kafka broker in a process of its own, on loopback. */
public final class Broker implements AutoCloseable {

    private final Path config;
    private final Path log;
    private final String servers;
    private Process process;

    private Broker(Path config, Path log, String servers) {
        this.config = config;
        this.log = log;
        this.servers = servers;
    }

    static Broker start(Path folder) throws IOException, InterruptedException {
        return start(folder, null);
    }

    /** With a guarded door beside the open one; null for none. */
    static Broker start(Path folder, Guard guard) throws IOException, InterruptedException {
        int port = Ports.free();
        Path config = folder.resolve("server.properties");
        List<String> lines = new ArrayList<>(config(folder, port, Ports.free(), guard));
        if (guard != null) {
            lines.addAll(guard.config());
        }
        Files.write(config, lines);
        Path log = folder.resolve("kafka.log");
        String id = Uuid.randomUuid().toString();
        int formatted =
                java(log, "kafka.tools.StorageTool", "format", "-t", id, "-c", config.toString())
                        .waitFor();
        if (formatted != 0) {
            throw new IOException("Kafka's storage was not formatted: " + Files.readString(log));
        }
        Broker broker = new Broker(config, log, "127.0.0.1:" + port);
        broker.revive();
        return broker;
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** On the same port, with what the broker before it left on disk. */
    void revive() throws IOException {
        process = java(log, "kafka.Kafka", config.toString());
        Awaitility.await("Kafka answers").atMost(Duration.ofMinutes(3)).until(kafka()::answers);
    }

    private static List<String> config(Path folder, int port, int controllerPort, Guard guard) {
        String second = guard == null ? "" : "," + guard.listener();
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controllerPort,
                "controller.listener.names=CONTROLLER",
                "listeners=PLAINTEXT://127.0.0.1:"
                        + port
                        + ",CONTROLLER://127.0.0.1:"
                        + controllerPort
                        + second,
                "advertised.listeners=PLAINTEXT://127.0.0.1:" + port + second,
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,"
                        + "SASL_PLAINTEXT:SASL_PLAINTEXT",
                "log.dirs=" + folder.resolve("data"),
                "offsets.topic.num.partitions=1",
                "offsets.topic.replication.factor=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "group.initial.rebalance.delay.ms=0",
                "auto.create.topics.enable=false");
    }

    private static Process java(Path log, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Drollcall.log=" + log + ".server");
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    /** Surefire may hide the real one behind a jar that only names it. */
    private static String classPath() {
        String real = System.getProperty("surefire.test.class.path");
        return real == null ? System.getProperty("java.class.path") : real;
    }

    /** What a client may ask of it. */
    public Kafka kafka() {
        return new Kafka(servers);
    }

    Admin admin() {
        return kafka().admin();
    }

    public void create(String topic, int partitions) throws Exception {
        kafka().create(topic, partitions);
    }

    void create(String topic, int partitions, Map<String, String> config) throws Exception {
        kafka().create(topic, partitions, config);
    }

    /** All that stands in a topic now. */
    List<ConsumerRecord<String, String>> records(String topic) {
        return kafka().records(topic);
    }

    public String servers() {
        return servers;
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}
