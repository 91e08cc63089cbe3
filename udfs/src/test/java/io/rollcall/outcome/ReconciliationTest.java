package io.rollcall.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Assertion;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.DecoderOptions;
import io.rollcall.event.decode.Decoders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {

    private static final long TIME = 1_795_300_000_000L;

    private static MembershipFact fact(String desired, String reported, String standing) {
        return new MembershipFact(
                "email:ada@example.com",
                "111-AAA-111",
                7,
                "gold",
                "aam",
                desired,
                reported,
                0,
                TIME,
                null,
                "because",
                TIME,
                standing);
    }

    @ParameterizedTest
    @CsvSource({
        "in, in, settled, true",
        "none, in, settled, true",
        "out, in, queued, false",
        "in, out, queued, false",
        "in, unknown, queued, false",
        "out, out, settled, false",
        "in, out, unmatched, false"
    })
    void exportedIsWhoIsOnTheListAndIsToStay(
            String desired, String reported, String standing, boolean exported) {
        assertThat(Reconciliation.exported(fact(desired, reported, standing)) != null)
                .isEqualTo(exported);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unmatched", "rejected", "lead-deleted", "no-identity"})
    void unreconciledIsWhoCannotBe(String standing) {
        String value = text(Reconciliation.unreconciled(fact("in", "out", standing)));
        assertThat(value).contains("\"reason\":\"because\"", "\"list\":7");
    }

    @ParameterizedTest
    @CsvSource({
        "in, in, settled",
        "in, unknown, queued",
        "in, unknown, look-up",
        "in, unknown, list-unread",
        "in, out, paused",
        "out, out, unmatched",
        "none, unknown, unmatched"
    })
    void whoIsOnTheWayOrNotWantedIsNotAmongThem(String desired, String reported, String standing) {
        assertThat(Reconciliation.unreconciled(fact(desired, reported, standing))).isNull();
    }

    @Test
    void whoCouldNotBeReconciledCanBeFedAgain() {
        byte[] value = Reconciliation.unreconciled(fact("in", "out", "unmatched"));
        AudienceEvent event =
                Decoders.of(
                                Decoders.ROLLCALL,
                                new DecoderOptions(
                                        List.of("email"), Map.of(), Set.of(), Duration.ZERO))
                        .decode(new RawEvent(value, "t", 0, 0, TIME), TIME)
                        .events()
                        .get(0);
        assertThat(event.person()).isEqualTo("email:ada@example.com");
        assertThat(event.assertions()).containsExactly(new Assertion("aam", "gold", true, TIME, 0));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
