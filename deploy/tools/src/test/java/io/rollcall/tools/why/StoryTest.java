package io.rollcall.tools.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.tools.RefusedException;
import io.rollcall.tools.topic.Event;
import io.rollcall.tools.topic.Fact;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {

    private static final String ADA = "email:ada@example.com";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Fact waiting = fact("gold", 1001, "in", "unknown", "the activation is paused");
    private final Fact on = fact("silver", 1002, "in", "in", null);
    private final Event looked = event(0, "lookup", "applied", 3, ADA);
    private final Event added = event(1002, "add", "applied", 5, ADA);

    @Test
    void saysWhyThoughNothingWasEverSent() {
        assertThat(story(List.of(waiting), List.of()).lines(null))
                .containsExactly(
                        ADA,
                        "",
                        "audience gold → list 1001 at 123-ABC-456: NOT KNOWN to be on the list",
                        "  why        should be on it since 2026-11-22T12:00:00Z; the activation is"
                                + " paused",
                        "  lead       7",
                        "  decided    2026-11-22T12:00:00Z",
                        "  happened   nothing was sent or asked yet");
    }

    @Test
    void saysInOrderWhatHappened() {
        assertThat(story(List.of(on), List.of(added, looked)).lines(null))
                .contains("audience silver → list 1002 at 123-ABC-456: ON the list")
                .containsSubsequence(
                        "    2026-11-22T12:00:03Z  looked up, found as lead 7 (call c3)",
                        "    2026-11-22T12:00:05Z  added to list 1002 as lead 7 (call c5)");
    }

    @Test
    void saysOfOneAudienceOnly() {
        Story story = story(List.of(waiting, on), List.of(looked, added));

        assertThat(story.lines("gold")).noneMatch(line -> line.contains("1002"));
        assertThat(story.isEmpty("bronze")).isTrue();
        assertThat(story.lines("bronze"))
                .anyMatch(
                        line ->
                                line.contains(
                                        "No event ever put this person into audience bronze"));
    }

    @Test
    void saysWhatHoldsTheWholeListUpUntilThatIsOver() {
        Event stopped = event(1001, null, "deferred", 1, null);
        assertThat(story(List.of(waiting), List.of(stopped)).lines(null))
                .contains("  held up    2026-11-22T12:00:01Z  put off: because (call c1)");

        Event refused = event(1001, null, "rejected", 2, null);
        assertThat(story(List.of(waiting), List.of(stopped, refused)).lines(null))
                .contains("  held up    2026-11-22T12:00:01Z  put off: because (call c1)");

        Event over = event(1001, null, "applied", 2, null);
        assertThat(story(List.of(waiting), List.of(stopped, over)).lines(null))
                .noneMatch(line -> line.startsWith("  held up"));
    }

    @Test
    void knowsPeopleAsTheLedgerDoes() throws RefusedException {
        assertThat(WhyCommand.key(" Ada@Example.COM ")).isEqualTo(ADA);
        assertThat(WhyCommand.key("ECID:38aB")).isEqualTo("ecid:38aB");
        assertThatThrownBy(() -> WhyCommand.key("ada"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("neither an e-mail address nor NAMESPACE:VALUE");
    }

    private static Story story(List<Fact> facts, List<Event> events) {
        return new Story(ADA, facts, events);
    }

    private static Fact fact(
            String audience, long list, String desired, String reported, String reason) {
        return new Fact(
                ADA,
                "123-ABC-456",
                list,
                audience,
                null,
                desired,
                reported,
                7,
                NOON,
                null,
                reason,
                NOON);
    }

    private static Event event(long list, String change, String status, int second, String who) {
        return new Event(
                who,
                "123-ABC-456",
                list == 0 ? null : "silver",
                list,
                change,
                status,
                who == null ? 0 : 7,
                null,
                who == null ? "because" : null,
                NOON.plusSeconds(second),
                "c" + second);
    }
}
