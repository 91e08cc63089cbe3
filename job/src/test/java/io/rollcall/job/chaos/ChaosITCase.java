package io.rollcall.job.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

/**
 * Everything goes wrong, by the dice of a seed, while events go on: real processes die, stand still
 * and come back, Marketo fails in every way it knows, people work in it by hand, the input is
 * hostile. Then it stops, and every list must come to hold exactly the right people, by an account
 * of the events that shares no code with the job. {@code scripts/chaos} runs it longer, with other
 * seeds, or with one kind of trouble; docs/chaos.md has the table of an hour.
 */
class ChaosITCase {

    private static final long SEED = Long.getLong("rollcall.chaos.seed", 1);
    private static final String ONLY = System.getProperty("rollcall.chaos.only", "");
    private static final Pace PACE =
            new Pace(
                    Duration.ofSeconds(
                            Long.getLong(
                                    "rollcall.chaos.seconds",
                                    Boolean.getBoolean("rollcall.long") ? 3_600 : 45)));

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void everyListIsRightAfterAnythingThatMayHappen() throws Exception {
        try (Scene scene = new Scene(SEED, PACE);
                Havocs havocs = new Havocs(scene, random.split())) {
            scene.begin();
            play(scene, havocs);
            scene.input.end();
            havocs.calm();
            Verdict verdict = judge(scene);
            System.out.println(verdict.text());
            Files.writeString(Path.of("target", "chaos.txt"), verdict.text());
            verdict.isGood();
        }
    }

    private void play(Scene scene, Havocs havocs) throws Exception {
        Deck deck = new Deck(SEED, ONLY);
        Instant end = Instant.now().plus(PACE.length());
        Instant evening = scene.midnight.minus(PACE.withoutQuota());
        boolean quotaToo = List.of("", Havoc.QUOTA_USED_UP_UNTIL_MIDNIGHT.name()).contains(ONLY);
        for (int i = 0; quotaToo || i < PACE.leastSteps() || Instant.now().isBefore(end); i++) {
            Thread.sleep(1_000 + random.nextInt(PACE.breakMs()));
            if (quotaToo && Instant.now().isAfter(evening)) {
                havocs.exhaust();
                quotaToo = false;
            }
            List<Havoc> drawn = deck.draw();
            System.out.println(Instant.now() + " " + drawn);
            havocs.strike(drawn);
        }
    }

    private static Verdict judge(Scene scene) throws Exception {
        Instant calm = Instant.now();
        Inspection inspection = new Inspection(scene.town, scene.hands, scene.feed);
        boolean settled = settles(scene, inspection);
        return Verdict.of(inspection, settled, Duration.between(calm, Instant.now()), scene);
    }

    /** Every list right, and no call any more that would have to mend one. */
    private static boolean settles(Scene scene, Inspection inspection) {
        Still<Long> still = new Still<>();
        try {
            Awaitility.await()
                    .atMost(PACE.toSettle())
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> scene.town.nothingIsLate() && inspection.isRight());
            Awaitility.await()
                    .during(Duration.ofSeconds(7))
                    .atMost(Duration.ofMinutes(3))
                    .until(scene.town::calls, still::test);
            return true;
        } catch (ConditionTimeoutException notYet) {
            return false;
        }
    }
}
