package io.rollcall.tools.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final String OF = "0.scheduler.munchkin_id.123-ABC-456.";

    @Test
    void saysWhenABacklogWillBeDone() {
        assertThat(screen(reading("backlogCalls", "4012"), reading("backlogDoneSeconds", "5400")))
                .anyMatch(
                        line ->
                                line.startsWith("backlog        123-ABC-456: about 4,012 calls")
                                        && line.contains("done in 90 min"));
    }

    @Test
    void additionsByIngestionAreABacklogThoughTheyTakeNoCall() {
        assertThat(
                        screen(
                                reading("backlogCalls", "0"),
                                reading("backlogRequests", "1200"),
                                reading("backlogDoneSeconds", "240")))
                .contains(
                        "backlog        123-ABC-456: about 0 calls and 1,200 requests of ingestion,"
                                + " done in 4 min if nothing else comes");
    }

    @Test
    void saysSoWhenNothingWaits() {
        assertThat(screen(reading("backlogCalls", "0"), reading("backlogRequests", "0")))
                .contains("backlog        nothing");
    }

    private static List<String> screen(Reading... readings) {
        return new Screen(new Readings(List.of(readings))).lines();
    }

    private static Reading reading(String title, String value) {
        return Reading.of(OF + title, value);
    }
}
