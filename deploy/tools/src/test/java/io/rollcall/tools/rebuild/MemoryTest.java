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
        assertThat(memory(null).speaks(fact("none", null))).isFalse();
        assertThat(memory(null).speaks(fact(null, null))).isFalse();
        assertThat(memory(null).speaks(fact("out", null))).isTrue();
    }

    @Test
    void aListThatIsNoMoreFedSaysNothing() {
        assertThat(memory(null).speaks(fact(1002, "out", null))).isFalse();
    }

    @Test
    void whoIsWantedOnOneListOfAnAudienceHasNotLeftIt() {
        List<byte[]> events =
                memory(ConsentRule.OPT_OUT)
                        .events(List.of(fact("out", "refused"), fact(1002, "in", null)));

        assertThat(events)
                .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .satisfiesExactly(
                        first -> assertThat(first).contains("realized").doesNotContain("exited"),
                        second ->
                                assertThat(second)
                                        .contains("{\"val\":\"n\"}")
                                        .doesNotContain("memberships"));
    }

    private static String event(ConsentRule rule, Fact fact) {
        return new String(memory(rule).events(List.of(fact)).get(0), StandardCharsets.UTF_8);
    }

    private static Memory memory(ConsentRule rule) {
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
        return new Memory(List.of(gold));
    }

    private static Fact fact(String desired, String consent) {
        return fact(1001, desired, consent);
    }

    private static Fact fact(long list, String desired, String consent) {
        return new Fact(
                "email:ada@example.com",
                "123-ABC-456",
                list,
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
