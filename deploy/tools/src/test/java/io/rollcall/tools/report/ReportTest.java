package io.rollcall.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.tools.topic.Event;
import io.rollcall.tools.topic.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String INSTANCE = "123-ABC-456";

    private final Collected collected = new Collected();

    @Test
    void countsEverybodyOnceWhereTheyStandNow() {
        fact("ada", "in", "unknown", 0, "in the queue: to be looked up or created in Marketo");
        fact("ada", "in", "in", 7, null);
        fact("bob", "in", "out", 0, "unmatched: no lead in Marketo has any of the identities");
        fact("cleo", "out", "out", 0, "no consent");
        fact("dan", "in", "out", 8, "rejected by Marketo: 1037");
        fact("eve", "out", "out", 9, null);
        fact("finn", "in", "unknown", 10, "the activation is paused");

        assertThat(text(Column.RECEIVED)).isEqualTo("6");
        assertThat(text(Column.IN)).isEqualTo("5");
        assertThat(text(Column.ACTIVATED)).isEqualTo("2");
        assertThat(text(Column.EXCLUDED)).isEqualTo("1 (no consent 1)");
        assertThat(text(Column.UNMATCHED)).isEqualTo("1");
        assertThat(text(Column.FAILED)).isEqualTo("1 (1037 1)");
        assertThat(text(Column.WAITING)).isEqualTo("1 (the activation is paused 1)");
        assertThat(text(Column.ON)).isEqualTo("1");
        assertThat(text(Column.MATCH_RATE)).isEqualTo("80.0 %");
        assertThat(text(Column.ACTIVATION_RATE)).isEqualTo("66.7 %");
        assertThat(text(Column.LAST_CHANGE)).isEqualTo("never");
    }

    @Test
    void countsNobodyWhoWasForgotten() {
        fact("ada", "in", "in", 7, null);
        fact("bob", "in", "in", 8, null);
        fact("bob", null, null, 0, null);

        assertThat(text(Column.RECEIVED)).isEqualTo("1");
    }

    @Test
    void countsWhatWasDone() {
        fact("ada", "in", "in", 7, null);
        event("ada", 0, "create", "applied", NOON);
        event("ada", 1001, "add", "applied", NOON.plusSeconds(1));
        event("bob", 1001, "remove", "applied", NOON.plusSeconds(2));
        event("bob", 1001, "add", "rejected", NOON.plusSeconds(3));

        assertThat(text(Column.CREATED)).isEqualTo("1");
        assertThat(text(Column.ADDED)).isEqualTo("1");
        assertThat(text(Column.REMOVED)).isEqualTo("1");
        assertThat(text(Column.LAST_CHANGE)).isEqualTo("2026-11-22T12:00:02Z");
    }

    @Test
    void theSameEveryTimeItIsAsked() {
        fact("ada", "in", "in", 7, null);

        assertThat(TextReport.lines(collected.figures()))
                .isEqualTo(TextReport.lines(collected.figures()));
    }

    @Test
    void thePageNeedsNothingButItself() {
        fact("ada", "in", "in", 7, null);
        for (int hour = 0; hour < 300; hour += 7) {
            event("p" + hour, 1001, "add", "applied", NOON.minus(Duration.ofHours(hour)));
        }
        String page = new HtmlReport(collected.figures(), NOON.plusSeconds(60)).page();

        assertThat(page).contains("<svg", "prefers-color-scheme: dark", "on the list now");
        assertThat(page).doesNotContain("http", "<script", "@import", "url(");
        assertThat(Pattern.compile("[xy]=\"-").matcher(page).find()).isFalse();
        assertThat(additions(page)).as("additions in all bars").isEqualTo(43);
    }

    @Test
    void anAudiencesNameCannotBreakThePage() {
        collected.take(
                new Fact(
                        "email:x", INSTANCE, 1, "<b>\"&", null, "in", "in", 1, NOON, null, null,
                        NOON));
        String page = new HtmlReport(collected.figures(), NOON).page();

        assertThat(page).contains("&lt;b&gt;&quot;&amp;").doesNotContain("<b>\"&");
    }

    @Test
    void saysThatThereIsNothingYet() {
        assertThat(TextReport.lines(List.of()))
                .containsExactly("Nothing has been told of any audience yet.");
        assertThat(new HtmlReport(List.of(), NOON).page()).contains("Nothing has been told");
    }

    private static int additions(String page) {
        return Pattern.compile(": (\\d+) added")
                .matcher(page)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    private String text(Column column) {
        return column.text(collected.figures().get(0));
    }

    private void fact(String who, String desired, String reported, long lead, String reason) {
        collected.take(
                new Fact(
                        "email:" + who,
                        INSTANCE,
                        1001,
                        "gold",
                        null,
                        desired,
                        reported,
                        lead,
                        NOON,
                        null,
                        reason,
                        NOON));
    }

    private void event(String who, long list, String change, String status, Instant at) {
        collected.take(
                new Event(
                        "email:" + who,
                        INSTANCE,
                        list == 0 ? null : "gold",
                        list,
                        change,
                        status,
                        7,
                        null,
                        null,
                        at,
                        "call"));
    }
}
