package io.rollcall.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void oneSeedTellsOneStory() {
        assertThat(story(7)).isEqualTo(story(7));
    }

    @Test
    void anotherSeedTellsAnother() {
        assertThat(story(7).messages()).isNotEqualTo(story(8).messages());
    }

    @Test
    void everybodyIsNamedWhileItFloods() {
        List<String> flood =
                story(7).messages().stream()
                        .filter(message -> message.offsetMillis() <= Story.BACKFILL_MILLIS)
                        .map(Message::key)
                        .toList();
        assertThat(story(7).people())
                .allSatisfy(
                        person -> assertThat(flood).containsAnyOf(person.email(), person.ecid()));
    }

    @Test
    void messagesComeInTheOrderInWhichTheyAreDue() {
        assertThat(story(7).messages())
                .extracting(Message::offsetMillis)
                .isSorted()
                .allMatch(offset -> offset <= 60_000);
    }

    @Test
    void nobodySpeaksOfAPersonByAnotherName() {
        assertThat(story(7).messages())
                .filteredOn(message -> message.topic().equals(Message.EVENTS))
                .noneMatch(message -> message.key().matches("\\d+"));
    }

    @Test
    void samplesKeepTheSpellingOfTheDocuments() {
        List<String> profiles =
                story(7).messages().stream()
                        .filter(message -> message.topic().equals(Message.PROFILES))
                        .map(Message::value)
                        .toList();
        assertThat(profiles).anyMatch(text -> text.contains("xdm:segmentMembership"));
        assertThat(profiles).anyMatch(text -> text.contains("\"existing\""));
        assertThat(profiles).anyMatch(text -> text.contains("\"mappingCreatedAt\""));
        assertThat(profiles).anyMatch(text -> text.contains("email_lc_sha256"));
    }

    private static Story story(long seed) {
        return Story.of(new Story.Script(seed, 400, START, 60_000));
    }
}
