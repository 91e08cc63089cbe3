package io.rollcall.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeCodecTest {

    private static final long TIME = 1_795_300_000_000L;

    @Test
    void writesAnOutcomeAsPromised() {
        Outcome outcome =
                new Outcome(
                        "email:ada@example.com",
                        "123-ABC-456",
                        "gold",
                        "ups",
                        1001,
                        Outcome.Change.ADD,
                        Outcome.Status.WOULD_ADD,
                        77,
                        "1004",
                        "because",
                        TIME,
                        TIME + 1,
                        "c1",
                        "r#1");
        assertThat(text(OutcomeCodec.key(outcome))).isEqualTo("email:ada@example.com");
        assertThat(text(OutcomeCodec.write(outcome)))
                .isEqualTo(
                        "{\"person\":\"email:ada@example.com\",\"instance\":\"123-ABC-456\","
                                + "\"audience\":\"gold\",\"namespace\":\"ups\",\"listId\":1001,"
                                + "\"change\":\"add\",\"status\":\"would-add\",\"leadId\":77,"
                                + "\"code\":\"1004\",\"reason\":\"because\","
                                + "\"assertedAt\":\"2026-11-21T22:26:40Z\","
                                + "\"decidedAt\":\"2026-11-21T22:26:40.001Z\","
                                + "\"callId\":\"c1\",\"requestId\":\"r#1\"}");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Outcome outcome =
                new Outcome(
                        "email:a",
                        "i",
                        null,
                        null,
                        0,
                        Outcome.Change.LOOKUP,
                        Outcome.Status.UNMATCHED,
                        0,
                        null,
                        null,
                        0,
                        TIME,
                        null,
                        null);
        assertThat(text(OutcomeCodec.write(outcome)))
                .isEqualTo(
                        "{\"person\":\"email:a\",\"instance\":\"i\",\"change\":\"lookup\","
                                + "\"status\":\"unmatched\","
                                + "\"decidedAt\":\"2026-11-21T22:26:40Z\"}");
    }

    @Test
    void writesAFactUnderAKeyThatHoldsAnyCharacter() {
        MembershipFact fact =
                new MembershipFact(
                        "email:\"a|b\"",
                        "i",
                        7,
                        "gold",
                        null,
                        "in",
                        "out",
                        0,
                        TIME,
                        null,
                        null,
                        TIME,
                        "queued");
        assertThat(text(OutcomeCodec.key(fact))).isEqualTo("[\"email:\\\"a|b\\\"\",\"i\",7]");
        assertThat(text(OutcomeCodec.write(fact)))
                .isEqualTo(
                        "{\"person\":\"email:\\\"a|b\\\"\",\"instance\":\"i\",\"list\":7,"
                                + "\"audience\":\"gold\","
                                + "\"desired\":\"in\",\"reported\":\"out\","
                                + "\"assertedAt\":\"2026-11-21T22:26:40Z\","
                                + "\"decidedAt\":\"2026-11-21T22:26:40Z\","
                                + "\"standing\":\"queued\"}");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
