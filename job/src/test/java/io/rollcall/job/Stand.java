package io.rollcall.job;

import io.rollcall.job.config.Settings;
import io.rollcall.job.kafka.Topics;
import io.rollcall.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;

/** All that the job meets: a Kafka broker, a Flink cluster with RocksDB, and Marketo. */
public final class Stand implements AutoCloseable {

    /** What is logged in this JVM. */
    static final Path LOG = Path.of(System.getProperty("rollcall.log", "target/tests.log"));

    public static final String EVENTS = "audience-events";

    public final Path folder;
    public final Broker broker;
    public final Sandbox sandbox;
    public final MiniCluster flink;
    private final KafkaProducer<String, String> producer;

    private final Map<String, String> more;

    private Stand(Path folder, Map<String, String> more, Guard guard) throws Exception {
        this.folder = folder;
        this.more = more;
        this.broker = Broker.start(Files.createDirectories(folder.resolve("kafka")), guard);
        this.sandbox = Sandbox.start(0);
        this.flink =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration())
                                .setNumTaskManagers(2)
                                .setNumSlotsPerTaskManager(4)
                                .build());
        flink.start();
        this.producer = broker.kafka().producer();
    }

    public static Stand start(Path folder) throws Exception {
        return new Stand(folder, Map.of(), null);
    }

    /** With more settings of Flink's, such as a metrics reporter. */
    public static Stand start(Path folder, Map<String, String> more) throws Exception {
        return new Stand(folder, more, null);
    }

    /** Whose broker has a guarded door as well. */
    static Stand start(Path folder, Guard guard) throws Exception {
        return new Stand(folder, Map.of(), guard);
    }

    private Configuration configuration() {
        Configuration configuration = Configuration.fromMap(more);
        configuration.addAll(usual());
        return configuration;
    }

    private Configuration usual() {
        return Configuration.fromMap(
                Map.of(
                        "state.backend.type", "rocksdb",
                        "execution.checkpointing.interval", "500ms",
                        "execution.checkpointing.incremental", "true",
                        "execution.checkpointing.dir", folder.resolve("checkpoints").toUri() + "",
                        "restart-strategy.type", "fixed-delay",
                        "restart-strategy.fixed-delay.attempts", "1000",
                        "restart-strategy.fixed-delay.delay", "200ms",
                        "rest.bind-port", "0"));
    }

    /** What the sandbox takes as client id and as client secret. */
    public Path secret() throws IOException {
        return Files.writeString(folder.resolve("secret"), "sandbox");
    }

    /** The settings as main would read them, quick where time is only waiting. */
    public Settings settings(SyncYaml yaml, String... more) throws Exception {
        String text = yaml.text("file:" + secret());
        Path file = Files.writeString(folder.resolve("rollcall.yaml"), text);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--config=" + file,
                                "--marketo.endpoint=" + sandbox.url(),
                                "--flush.min-age=50 ms",
                                "--sweep.period=5 s"));
        if (Stream.of(more).noneMatch(word -> word.startsWith("--kafka.bootstrap-servers="))) {
            arguments.add("--kafka.bootstrap-servers=" + broker.servers());
        }
        arguments.addAll(List.of(more));
        return Settings.parse(arguments.toArray(new String[0]));
    }

    StreamGraph graph(Settings settings) {
        StreamExecutionEnvironment env = environment();
        RollcallJob.build(env, settings, Rules.of(settings));
        return graph(env, settings);
    }

    private StreamExecutionEnvironment environment() {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration());
        env.setParallelism(2);
        return env;
    }

    private static StreamGraph graph(StreamExecutionEnvironment env, Settings settings) {
        StreamGraph graph = env.getStreamGraph();
        graph.setJobName(RollcallJob.name(settings));
        return graph;
    }

    /** As main does. */
    public JobID submit(Settings settings) throws Exception {
        return submit(settings, Rules.of(settings));
    }

    JobID submit(Settings settings, Rules rules) throws Exception {
        StreamExecutionEnvironment env = environment();
        RollcallJob.prepare(env, settings, rules);
        return submit(graph(env, settings));
    }

    /** Rollcall's own topics, as main makes them. */
    void prepare(Settings settings) throws Exception {
        Topics.prepare(settings);
    }

    JobID submit(Settings settings, String savepoint) throws Exception {
        StreamGraph graph = graph(settings);
        graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint));
        return submit(graph);
    }

    /** With a savepoint, whose path is the answer. */
    String stop(JobID job) throws Exception {
        String to = folder.resolve("savepoints").toUri().toString();
        return flink.stopWithSavepoint(job, to, false, SavepointFormatType.CANONICAL)
                .get(60, TimeUnit.SECONDS);
    }

    void cancel(JobID job) throws Exception {
        flink.cancelJob(job).get(30, TimeUnit.SECONDS);
        Awaitility.await("the job is gone")
                .atMost(Duration.ofSeconds(60))
                .until(() -> flink.getJobStatus(job).get().isGloballyTerminalState());
    }

    private JobID submit(StreamGraph graph) throws Exception {
        JobID job = flink.submitJob(graph).get(30, TimeUnit.SECONDS).getJobID();
        Awaitility.await("the job runs").atMost(Duration.ofSeconds(60)).until(() -> isRunning(job));
        return job;
    }

    boolean isRunning(JobID job) throws Exception {
        return flink.getJobStatus(job).get() == JobStatus.RUNNING;
    }

    /** A TaskManager dies and another one comes. */
    void replaceTaskManager(int index) throws Exception {
        flink.terminateTaskManager(index).get(30, TimeUnit.SECONDS);
        flink.startTaskManager();
    }

    public void say(String event) throws Exception {
        producer.send(new ProducerRecord<>(EVENTS, event)).get(60, TimeUnit.SECONDS);
    }

    /** Somebody is in an audience since now, or {@code exited} it. */
    public void say(String email, String audience, String status) throws Exception {
        say(
                "{\"person\":{\"email\":\"%s\"},\"audience\":\"%s\",\"status\":\"%s\"}"
                        .formatted(email, audience, status));
    }

    void say(String topic, Integer partition, String key, String value) throws Exception {
        String orNone = key.isEmpty() ? null : key;
        producer.send(new ProducerRecord<>(topic, partition, orNone, value))
                .get(60, TimeUnit.SECONDS);
    }

    public URI rest() throws Exception {
        return flink.getRestAddress().get(10, TimeUnit.SECONDS);
    }

    /** Null removes. */
    public void put(String topic, String key, String value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get(10, TimeUnit.SECONDS);
    }

    /** All values that stand in a topic now. */
    public List<String> values(String topic) {
        return records(topic).stream().map(ConsumerRecord::value).toList();
    }

    /** All records that stand in a topic now. */
    public List<ConsumerRecord<String, String>> records(String topic) {
        return broker.records(topic);
    }

    @Override
    public void close() throws IOException {
        producer.close(Duration.ZERO);
        flink.closeAsync().orTimeout(60, TimeUnit.SECONDS).join();
        sandbox.close();
        broker.close();
    }
}
