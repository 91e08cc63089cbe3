package io.rollcall.job.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What is found when all is over. */
record Verdict(
        boolean settled,
        Duration settling,
        List<Inspection.Deviation> lost,
        List<Inspection.Deviation> wrong,
        List<String> withoutOutcome,
        List<String> broken,
        String table,
        Scene scene) {

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(60);

    private static final String END =
            """
            %s %d s after the last trouble; %d calls; %d checkpoints, at most %.1f s apart; %d wishes \
            without an outcome; %d limits broken
            """;

    static Verdict of(Inspection inspection, boolean settled, Duration settling, Scene scene)
            throws IOException {
        List<Inspection.Deviation> lost = inspection.lost();
        List<Inspection.Deviation> wrong = inspection.wrong();
        return new Verdict(
                settled,
                settling,
                lost,
                wrong,
                new Wishes(scene.stack.kafka).withoutOutcome(scene.town, scene.feed),
                inspection.broken(),
                new Table(scene.watch.strikes(), lost, wrong, inspection.duplicates()).text(),
                scene);
    }

    /** For {@code scripts/chaos} to show. */
    String text() {
        return table
                + System.lineSeparator()
                + System.lineSeparator()
                + END.formatted(
                        settled ? "Every list right" : "Not right",
                        settling.toSeconds(),
                        scene.town.calls(),
                        scene.watch.checkpointed(),
                        scene.watch.longestGap().toMillis() / 1_000.0,
                        withoutOutcome.size(),
                        broken.size());
    }

    void isGood() throws IOException {
        assertThat(lost).as("lost").isEmpty();
        assertThat(wrong).as("wrong").isEmpty();
        assertThat(settled).as("calls have come to an end").isTrue();
        assertThat(broken).isEmpty();
        assertThat(withoutOutcome).as("without an outcome").isEmpty();
        assertThat(scene.watch.longestGap()).isLessThanOrEqualTo(BETWEEN_CHECKPOINTS);
        assertThat(scene.runs.isRunning()).isTrue();
    }
}
