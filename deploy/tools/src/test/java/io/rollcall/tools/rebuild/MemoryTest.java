package io.rollcall.tools.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.activation.Activation.Mode;
import io.rollcall.tools.topic.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final Instant THEN = Instant.parse("2026-11-21T10:00:00Z");
    private static final String PATH = "consents.marketing.email.val";

    @Test
    void saysWhoWasWantedWithTheTimeOfThen() {
        assertThat(event(null, fact("in", null)))
                .isEqualTo(
                        "{\"person\":{\"email\":\"ada@example.com\"},"
                                + "\"memberships\":[{\"audience\":\"gold\",\"status\":\"realized\","
                                + "\"at\":\"2026-11-21T10:00:00Z\"}],\"at\":\"2026-11-21T10:00:00Z\"}");
        assertThat(event(null, fact("out", null))).contains("\"status\":\"exited\"");
    }

    @Test
    void aRefusalIsSaidAgain() {
        assertThat(event(ConsentRule.OPT_OUT, fact("out", "refused")))
                .contains("\"status\":\"exited\"")
                .contains("{\"consents\":{\"marketing\":{\"email\":{\"val\":\"n\"}}}}");
    }

    @Test
    void whoIsInByAnOptInSaidYes() {
        assertThat(event(ConsentRule.OPT_IN, fact("in", null))).contains("{\"val\":\"y\"}");
        assertThat(event(ConsentRule.OPT_OUT, fact("in", null))).doesNotContain("consents");
    }

    @Test
    void strangersAreLeftAlone() {
        assertThat(Memory.speaks(fact("none", null))).isFalse();
        assertThat(Memory.speaks(fact(null, null))).isFalse();
        assertThat(Memory.speaks(fact("out", null))).isTrue();
    }

    private static String event(ConsentRule rule, Fact fact) {
        Activation gold =
                new Activation(
                        "gold",
                        null,
                        "123-ABC-456",
                        1001,
                        Mode.MIRROR,
                        0,
                        0,
                        rule == null ? null : PATH,
                        rule);
        return new String(new Memory(List.of(gold)).event(fact), StandardCharsets.UTF_8);
    }

    private static Fact fact(String desired, String consent) {
        return new Fact(
                "email:ada@example.com",
                "123-ABC-456",
                1001,
                "gold",
                null,
                desired,
                "in",
                7,
                THEN,
                consent,
                null,
                THEN);
    }
}
