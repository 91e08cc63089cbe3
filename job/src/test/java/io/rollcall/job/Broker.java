package io.rollcall.job;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringDeserializer;
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
        int port = freePort();
        Path config = folder.resolve("server.properties");
        List<String> lines = new ArrayList<>(config(folder, port, freePort(), guard));
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
        Awaitility.await("Kafka answers").atMost(Duration.ofMinutes(3)).until(this::answers);
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

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try (Admin admin = admin()) {
            return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).size() == 1;
        } catch (Exception notYet) {
            return false;
        }
    }

    Admin admin() {
        return Admin.create(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "request.timeout.ms",
                        "5000",
                        "default.api.timeout.ms",
                        "10000"));
    }

    public void create(String topic, int partitions) throws Exception {
        create(topic, partitions, Map.of());
    }

    void create(String topic, int partitions, Map<String, String> config) throws Exception {
        try (Admin admin = admin()) {
            NewTopic wanted = new NewTopic(topic, partitions, (short) 1).configs(config);
            admin.createTopics(List.of(wanted)).all().get(10, TimeUnit.SECONDS);
        }
    }

    /** All that stands in a topic now. */
    List<ConsumerRecord<String, String>> records(String topic) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    public String servers() {
        return servers;
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}
