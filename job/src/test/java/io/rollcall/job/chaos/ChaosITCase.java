package io.rollcall.job.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everything goes wrong, by the dice of a seed, while events go on: real processes die, stand still
 * and come back, Marketo fails in every way it knows, people work in it by hand, the input is
 * hostile. Then it stops, and every list must come to hold exactly the right people, by an account
 * of the events that shares no code with the job. {@code scripts/chaos} runs it longer, with other
 * seeds, or with one kind of trouble.
 */
class ChaosITCase {

    private static final List<String> AUDIENCES =
            IntStream.range(0, 10).mapToObj(i -> "audience-" + i).toList();

    /** Whose activations stand in the topic of activations. */
    private static final List<String> MOVABLE = List.of("audience-0", "audience-1");

    private static final long SEED = Long.getLong("rollcall.chaos.seed", 1);
    private static final String ONLY = System.getProperty("rollcall.chaos.only", "");
    private static final Duration LENGTH =
            Duration.ofSeconds(
                    Long.getLong(
                            "rollcall.chaos.seconds",
                            Boolean.getBoolean("rollcall.long") ? 3_600 : 45));

    private static final boolean LONG = LENGTH.toMinutes() >= 10;
    private static final int EVENTS_A_SECOND = 40;
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(60);

    /** A TaskManager that stands still is to be given up and replaced before it wakes. */
    private static final Havocs.Pace PACE =
            LONG ? new Havocs.Pace(true, 60_000, 30_000) : new Havocs.Pace(false, 10_000, 5_000);

    /** In place of lines of deploy/flink/config.yaml, which expects a trouble now and then. */
    private static final String FLINK =
            """
            execution.checkpointing.interval: %s
            execution.checkpointing.min-pause: 500ms
            heartbeat.interval: 1s
            heartbeat.timeout: %s
            restart-strategy.exponential-delay.initial-backoff: 500ms
            restart-strategy.exponential-delay.max-backoff: 5s
            """
                    .formatted(LONG ? "5s" : "1s", LONG ? "15s" : "5s");

    private final Path folder = Path.of("target", "chaos").toAbsolutePath();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Feed feed = new Feed(SEED, AUDIENCES);
    private Stack stack;
    private Sandbox sandbox;
    private Town town;
    private Hands hands;
    private Input input;
    private Runs runs;
    private Watch watch;
    private Havocs havocs;
    private Instant midnight;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(0);
        town = new Town(sandbox, AUDIENCES);
        hands = new Hands(town, feed, random.split());
        midnight = Instant.now().plus(LONG ? LENGTH.dividedBy(2) : Duration.ofSeconds(90));
        town.subscriptions.forEach(m -> m.clock().shift(NearMidnight.shift(midnight)));
        String classes = Path.of("target", "test-classes").toAbsolutePath().toString();
        stack = Stack.start(folder, FLINK, NearMidnight.options(midnight, classes));
        input = new Input(stack.kafka, feed, EVENTS_A_SECOND, random.split());
        Map<Boolean, List<Town.Target>> byTopic =
                town.targets.stream()
                        .collect(Collectors.partitioningBy(t -> MOVABLE.contains(t.audience())));
        runs = new Runs(stack, parameters(byTopic.get(false)));
        watch = new Watch(stack, runs);
        Havocs.Scene scene = new Havocs.Scene(town, hands, input, byTopic.get(true));
        havocs = new Havocs(stack, runs, scene, watch, PACE, random.split());
    }

    private List<String> parameters(List<Town.Target> fixed) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "sandbox");
        Path yaml = folder.resolve("rollcall.yaml");
        Files.writeString(yaml, town.yaml(secret, fixed));
        List<String> parameters =
                new ArrayList<>(
                        List.of(
                                "--config=" + yaml,
                                "--kafka.bootstrap-servers=" + stack.kafka.servers(),
                                "--marketo.endpoint=" + sandbox.url(),
                                "--topics.activations=activations",
                                "--marketo.probe-access=2 s",
                                "--marketo.probe-list=2 s",
                                // Whatever the time of day is in Chicago.
                                "--flush.burst=50000",
                                "--flush.min-age=50 ms",
                                "--sweep.period=5 s"));
        if (!LONG) {
            parameters.add("--kafka.properties.partition.discovery.interval.ms=2000");
        }
        return parameters;
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one :
                Stream.of(havocs, watch, input, stack, sandbox).filter(Objects::nonNull).toList()) {
            one.close();
        }
    }

    @Test
    void everyListIsRightAfterAnythingThatMayHappen() throws Exception {
        havocs.activateAll();
        input.begin();
        Awaitility.await("a first checkpoint, which a new JobManager could begin from")
                .atMost(Duration.ofMinutes(2))
                .until(() -> watch.checkpointed() > 0);
        Deck deck = new Deck(SEED, ONLY);
        Instant end = Instant.now().plus(LENGTH);
        boolean quota = List.of("", Havoc.QUOTA_USED_UP_UNTIL_MIDNIGHT.name()).contains(ONLY);
        while (Instant.now().isBefore(end) || quota) {
            Thread.sleep(1_000 + random.nextInt(LONG ? 9_000 : 2_000));
            if (quota && Instant.now().isAfter(midnight.minusSeconds(LONG ? 180 : 20))) {
                havocs.exhaust(midnight);
                quota = false;
            }
            List<Havoc> drawn = deck.draw();
            System.out.println(Instant.now() + " " + drawn);
            havocs.strike(drawn);
        }
        input.end();
        havocs.calm();
        Instant calm = Instant.now();
        Inspection inspection = new Inspection(town, hands, feed);
        boolean settled = settles(inspection);
        Duration settling = Duration.between(calm, Instant.now());
        List<Inspection.Deviation> lost = inspection.lost();
        List<Inspection.Deviation> wrong = inspection.wrong();
        List<String> silent = new Wishes(stack.kafka).withoutOutcome(town, feed);
        say(
                new Table(watch.strikes(), lost, wrong, inspection.duplicates()).text(),
                "%s %d s after the last trouble; %d calls; %d checkpoints, at most %.1f s apart; %d wishes without an outcome; seed %d, %d min %d s"
                        .formatted(
                                settled ? "Every list right" : "Not right",
                                settling.toSeconds(),
                                inspection.calls(),
                                watch.checkpointed(),
                                watch.longestGap().toMillis() / 1_000.0,
                                silent.size(),
                                SEED,
                                LENGTH.toMinutes(),
                                LENGTH.toSecondsPart()));
        assertThat(lost).as("lost").isEmpty();
        assertThat(wrong).as("wrong").isEmpty();
        assertThat(settled).as("calls have come to an end").isTrue();
        assertThat(inspection.broken()).isEmpty();
        assertThat(silent).as("without an outcome").isEmpty();
        assertThat(watch.longestGap()).isLessThanOrEqualTo(BETWEEN_CHECKPOINTS);
        assertThat(runs.isRunning()).isTrue();
    }

    /** Every list right, and no call any more that would have to mend one. */
    private boolean settles(Inspection inspection) {
        Still<Long> still = new Still<>();
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(LONG ? 15 : 6))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> inspection.lost().isEmpty() && inspection.wrong().isEmpty());
            Awaitility.await()
                    .during(Duration.ofSeconds(7))
                    .atMost(Duration.ofMinutes(3))
                    .until(town::calls, still::test);
            return true;
        } catch (ConditionTimeoutException notYet) {
            return false;
        }
    }

    /** For {@code scripts/chaos} to show. */
    private static void say(String table, String end) throws IOException {
        String text = "%s%n%n%s%n".formatted(table, end);
        System.out.println(text);
        Files.writeString(Path.of("target", "chaos.txt"), text);
    }
}
