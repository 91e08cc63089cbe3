package io.rollcall.event.decode;

import static io.rollcall.event.decode.Messages.decodeNative;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.AudienceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeveralPeopleTest {

    private static final String ONE = "{\"person\":{\"ecid\":\"1\"}}";
    private static final String TWO = "{\"person\":{\"ecid\":\"2\"}}";
    private static final String THREE = "{\"person\":{\"ecid\":\"3\"}}";

    @ParameterizedTest
    @ValueSource(
            strings = {"[%s,%s,%s]", "%s\n%s\n%s\n", "%s\r\n\r\n%s %s", " [%s , %s]\n%s", "%s%s%s"})
    void aMessageMayHoldAnArrayOrObjectsOneAfterTheOther(String shape) {
        Decoded decoded = decodeNative(shape.formatted(ONE, TWO, THREE));
        assertThat(decoded.reason()).isNull();
        assertPeople(decoded, "ecid:1", "ecid:2", "ecid:3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "42",
                "null",
                "[[]]",
                "{\"person\":{\"ecid\":17}}",
                "{\"person\":[{\"person\":{\"ecid\":\"8\"}}]}",
                "{\"at\":[],\"more\":[[],{\"person\":{\"ecid\":\"8\"}}]}",
                "{\"person\":[{\"ecid\":{\"x\":[1,{}]}}],\"more\":{\"a\":[]}}",
                "{\"memberships\":[{\"audience\":{\"deep\":[{}]}}],\"person\":{\"ecid\":\"9\"}}"
            })
    void oneBadPersonHarmsNobodyElse(String bad) {
        for (String shape : new String[] {"[%s,%s,%s]", "%s\n%s\n%s"}) {
            Decoded decoded = decodeNative(shape.formatted(ONE, bad, THREE));
            assertThat(decoded.reason()).isNotNull().isNotEqualTo("not-json");
            assertPeople(decoded, "ecid:1", "ecid:3");
        }
    }

    @Test
    void theFirstBadOneGivesTheReason() {
        assertThat(decodeNative("{}\n" + ONE + "\n42").reason()).isEqualTo("no-usable-identity");
        assertThat(decodeNative("42\n" + ONE + "\n{}").reason()).isEqualTo("wrong-type");
    }

    @Test
    void afterBrokenJsonNothingMoreIsRead() {
        Decoded decoded = decodeNative(ONE + "\n{\"person\":{\"ecid\":\"2\"\n" + THREE);
        assertThat(decoded.reason()).isEqualTo("not-json");
        assertPeople(decoded, "ecid:1");
    }

    private static void assertPeople(Decoded decoded, String... people) {
        assertThat(decoded.events()).extracting(AudienceEvent::person).containsExactly(people);
    }
}
