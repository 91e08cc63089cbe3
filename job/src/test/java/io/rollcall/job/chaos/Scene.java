package io.rollcall.job.chaos;

import io.rollcall.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** A running job with all that it meets: the stack, Marketo, the topic of events. */
final class Scene implements AutoCloseable {

    private static final List<String> AUDIENCES =
            IntStream.range(0, 10).mapToObj(i -> "audience-" + i).toList();

    /** By which Marketo's clock is behind: it is never ours. */
    private static final Duration LAG = Duration.ofSeconds(2);

    /** Whose activations stand in the topic of activations, so that they can be read anew. */
    private static final List<String> MOVABLE = List.of("audience-0", "audience-1");

    private static final String ACTIVATIONS = "rollcall.activations";

    /** In place of lines of deploy/flink/config.yaml, which expects a trouble now and then. */
    private static final String FLINK =
            """
            execution.checkpointing.interval: %s
            execution.checkpointing.min-pause: 500ms
            heartbeat.interval: 1s
            heartbeat.timeout: %s
            restart-strategy.exponential-delay.initial-backoff: 500ms
            restart-strategy.exponential-delay.max-backoff: 5s
            """;

    final Pace pace;
    final Instant midnight;
    final Feed feed;
    final Sandbox sandbox;
    final Town town;
    final Hands hands;
    final Stack stack;
    final Input input;
    final Runs runs;
    final Watch watch;
    final List<Town.Target> movable;
    private final Path folder = Path.of("target", "chaos").toAbsolutePath();

    Scene(long seed, Pace pace) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        this.pace = pace;
        this.midnight = Instant.now().plus(pace.toMidnight());
        this.feed = new Feed(seed, AUDIENCES);
        this.sandbox = Sandbox.start(0);
        this.town = Town.withIngestion(sandbox, AUDIENCES);
        this.hands = new Hands(town, feed, random.split());
        Duration shift = NearMidnight.shift(midnight.plus(LAG));
        town.subscriptions.forEach(m -> m.clock().shift(shift));
        this.stack = Stack.start(folder, flink(), NearMidnight.options(midnight));
        this.input = new Input(stack.kafka, feed, random.split());
        Map<Boolean, List<Town.Target>> byTopic =
                town.targets.stream()
                        .collect(Collectors.partitioningBy(t -> MOVABLE.contains(t.audience())));
        this.movable = byTopic.get(true);
        this.runs = new Runs(stack, parameters(byTopic.get(false)));
        this.watch = new Watch(stack, runs);
    }

    private String flink() {
        return pace.isLong() ? FLINK.formatted("5s", "15s") : FLINK.formatted("1s", "5s");
    }

    private List<String> parameters(List<Town.Target> fixed) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "sandbox");
        Path yaml = folder.resolve("rollcall.yaml");
        Files.writeString(yaml, town.yaml(fixed).text("file:" + secret));
        List<String> parameters =
                new ArrayList<>(
                        List.of(
                                "--config=" + yaml,
                                "--kafka.bootstrap-servers=" + stack.kafka.servers(),
                                "--marketo.endpoint=" + sandbox.url(),
                                "--topics.activations=activations",
                                "--marketo.probe-access=2 s",
                                "--marketo.probe-list=2 s",
                                Town.INGESTION_RETRIES,
                                // Whatever the time of day is in Chicago.
                                "--flush.burst=50000",
                                "--flush.min-age=50 ms",
                                "--sweep.period=5 s"));
        if (!pace.isLong()) {
            parameters.add("--kafka.properties.partition.discovery.interval.ms=2000");
        }
        return parameters;
    }

    /** Events come, and there is a checkpoint that a new JobManager could begin from. */
    void begin() throws Exception {
        for (Town.Target target : movable) {
            activate(target);
        }
        input.begin();
        Awaitility.await("a first checkpoint")
                .atMost(Duration.ofMinutes(2))
                .until(() -> watch.checkpointed() > 0);
    }

    private void activate(Town.Target target) throws Exception {
        input.put(ACTIVATIONS, target.list().id() + "", target.activation());
    }

    /** As the runbook says: the activation is removed and added. */
    void readAnew(Town.Target target) throws Exception {
        input.put(ACTIVATIONS, target.list().id() + "", null);
        Thread.sleep(pace.removedMs());
        activate(target);
    }

    /**
     * What hands have done to a list is seen at its next read only. The roster looks once a second
     * what stands in the topic, so the removal has to be told before the activation comes again.
     */
    void readAllAnew() throws Exception {
        long before = removals();
        for (Town.Target target : movable) {
            input.put(ACTIVATIONS, target.list().id() + "", null);
        }
        Awaitility.await("the activations are gone")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> removals() >= before + movable.size());
        for (Town.Target target : movable) {
            activate(target);
        }
    }

    private long removals() {
        return stack.kafka.records("rollcall.outcomes").stream()
                .filter(outcome -> outcome.value().matches(".*activation [0-9]+ removed.*"))
                .count();
    }

    @Override
    public void close() {
        watch.close();
        input.close();
        stack.close();
        sandbox.close();
    }
}
