package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.job.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything goes wrong, by the dice of a seed, while events go on; then it stops, and every list
 * must come to hold exactly the right people, by an account of the events that shares no code with
 * the job. {@code scripts/chaos} runs it longer, with other seeds, or with one kind of trouble.
 */
class ChaosITCase {

    private static final List<String> AUDIENCES =
            IntStream.range(0, 10).mapToObj(i -> "audience-" + i).toList();

    private static final long SEED = Long.getLong("rollcall.chaos.seed", 1);
    private static final Duration LENGTH =
            Duration.ofSeconds(Long.getLong("rollcall.chaos.seconds", 60));

    /** Events a second, and seconds between one trouble and the next. */
    private static final int RATE = 40;

    private static final int FROM_TROUBLE_TO_TROUBLE = 2;

    /** Events come as time goes by, else all would be said before the first trouble. */
    private static final long PACE_MS = 1_000 / RATE;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everyListIsRightAfterAnythingThatMayHappen() throws Exception {
        int events = (int) LENGTH.toSeconds() * RATE;
        Feed feed = new Feed(SEED, events, AUDIENCES);
        List<Havoc> script = script(events / RATE / FROM_TROUBLE_TO_TROUBLE);
        try (Stand stand = Stand.start(folder)) {
            Town town = new Town(stand, AUDIENCES);
            Path secret = Files.writeString(folder.resolve("secret"), "sandbox");
            stand.broker.create(Stand.EVENTS, 3);
            Settings settings =
                    stand.settings(
                            town.yaml(secret),
                            "--marketo.probe-access=2 s",
                            "--marketo.probe-list=2 s");
            Havocs havocs = new Havocs(stand, town, settings, SEED);
            play(stand, feed.lines(), havocs, script);
            havocs.calm();
            Instant calm = Instant.now();
            Awaitility.await("every list is right, seed " + SEED + ", after " + script)
                    .atMost(Duration.ofMinutes(6))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> town.isRight(feed));
            Still<Long> still = new Still<>();
            Awaitility.await("and stays so, without a call")
                    .during(Duration.ofSeconds(7))
                    .atMost(Duration.ofMinutes(3))
                    .until(town::calls, still::test);
            town.isRight(feed);
            town.keptItsLimits();
            say(havocs.struck(), Duration.between(calm, Instant.now()), town.calls());
        }
    }

    private static List<Havoc> script(int length) {
        String only = System.getProperty("rollcall.chaos.only", "");
        List<Havoc> choice =
                Stream.of(Havoc.values())
                        .filter(havoc -> only.isEmpty() || havoc.name().equals(only))
                        .toList();
        assertThat(choice).as("no trouble is called " + only).isNotEmpty();
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.range(0, length)
                .mapToObj(i -> choice.get(random.nextInt(choice.size())))
                .toList();
    }

    private static void play(Stand stand, List<String> lines, Havocs havocs, List<Havoc> script)
            throws Exception {
        int step = Math.max(1, lines.size() / script.size());
        for (int i = 0; i < lines.size(); i++) {
            stand.say(lines.get(i));
            Thread.sleep(PACE_MS);
            if (i % step == step - 1 && i / step < script.size()) {
                havocs.strike(script.get(i / step));
            }
        }
    }

    /** For {@code scripts/chaos} to show. */
    private static void say(Map<Havoc, Integer> struck, Duration settled, long calls)
            throws Exception {
        String table =
                struck.entrySet().stream()
                        .map(e -> "%-32s %3d".formatted(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(System.lineSeparator()));
        String end =
                "%nEvery list right %d s after the last trouble; %d calls; seed %d%n"
                        .formatted(settled.toSeconds(), calls, SEED);
        Files.writeString(Path.of("target", "chaos.txt"), table + end);
    }
}
