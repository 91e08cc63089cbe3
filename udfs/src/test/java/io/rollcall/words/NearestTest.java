package io.rollcall.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN =
            List.of("calls-per-day", "instance-calls-per-day", "munchkin-id", "list", "lookup");

    @ParameterizedTest
    @CsvSource({
        "callsPerDay, calls-per-day",
        "call-per-day, calls-per-day",
        "munchkin_id, munchkin-id",
        "MunchkinID, munchkin-id",
        "lists, list",
        "look-up, lookup",
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(Nearest.to(written, KNOWN)).contains(meant);
    }

    @Test
    void guessesNothingFarAway() {
        assertThat(Nearest.to("zebra", KNOWN)).isEmpty();
        assertThat(Nearest.hint("zebra", KNOWN)).isEmpty();
    }
}
