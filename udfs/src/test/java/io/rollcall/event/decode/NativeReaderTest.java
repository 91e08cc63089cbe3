package io.rollcall.event.decode;

import static io.rollcall.event.decode.Messages.ARRIVED;
import static io.rollcall.event.decode.Messages.ada;
import static io.rollcall.event.decode.Messages.at;
import static io.rollcall.event.decode.Messages.bytes;
import static io.rollcall.event.decode.Messages.decodeNative;
import static io.rollcall.event.decode.Messages.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Assertion;
import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeReaderTest {

    @Test
    void theDocumentedEventIsOneEvent() {
        AudienceEvent event = only(decodeNative(bytes("native.json")));
        assertThat(event)
                .isEqualTo(
                        new AudienceEvent(
                                AudienceEvent.Kind.MEMBERSHIPS,
                                "email:ada@example.com",
                                ARRIVED,
                                List.of(
                                        new Identity("email", "ada@example.com"),
                                        new Identity(
                                                "ecid", "38143000000000000000000000000000000001")),
                                List.of(
                                        new Assertion(
                                                "", "gold", true, at("2026-11-21T10:00:00Z"), 0)),
                                List.of(new Attribute("firstName", "Ada", ARRIVED)),
                                new Origin("audience-events", 3, 42, ARRIVED)));
    }

    @Test
    void aSingleMembershipMayStandAtTheTopLevel() {
        AudienceEvent event =
                only(
                        decodeNative(
                                ada(
                                        """
                                        "audience":"gold","namespace":"CRM","status":"existing",
                                        "at":"2026-11-21T10:00:00+01:00","validUntil":"2027-01-01T00:00:00Z"\
                                        """)));
        assertThat(event.assertions())
                .containsExactly(
                        new Assertion(
                                "crm",
                                "gold",
                                true,
                                at("2026-11-21T09:00:00Z"),
                                at("2027-01-01T00:00:00Z")));
        assertThat(event.at()).isEqualTo(at("2026-11-21T09:00:00Z"));
    }

    @Test
    void aMembershipWithoutATimeHasTheMessagesEvenIfThatComesLater() {
        AudienceEvent event =
                only(
                        decodeNative(
                                ada(
                                        """
                                        "memberships":[{"audience":"gold","status":"exited"}],
                                        "attributes":{"firstName":"Ada"},"at":"2026-11-01T00:00:00Z"\
                                        """)));
        assertThat(event.assertions().get(0).at()).isEqualTo(at("2026-11-01T00:00:00Z"));
        assertThat(event.attributes().get(0).at()).isEqualTo(at("2026-11-01T00:00:00Z"));
    }

    @Test
    void withoutAnyTimeTheKafkaTimestampCounts() {
        AudienceEvent event =
                only(decodeNative(ada("\"audience\":\"gold\",\"status\":\"exited\"")));
        assertThat(event.assertions())
                .containsExactly(new Assertion("", "gold", false, ARRIVED, 0));
    }

    @Test
    void forgottenAtTheTopLevelForgetsThePerson() {
        AudienceEvent event =
                only(
                        decodeNative(
                                ada(
                                        """
                                        "status":"forgotten","at":"2026-11-20T00:00:00Z",
                                        "attributes":{"firstName":"Ada"}""")));
        assertThat(event.kind()).isEqualTo(AudienceEvent.Kind.FORGOTTEN);
        assertThat(event.person()).isEqualTo("email:ada@example.com");
        assertThat(event.at()).isEqualTo(at("2026-11-20T00:00:00Z"));
        assertThat(event.attributes()).isEmpty();
    }

    @Test
    void forgottenIsRefusedWhereNobodyCouldRememberIt() {
        DecoderOptions without =
                new DecoderOptions(
                        java.util.List.of("email"),
                        java.util.Map.of(),
                        java.util.Set.of(),
                        java.time.Duration.ofMinutes(15));
        assertThat(
                        Decoders.of("rollcall", without)
                                .decode(
                                        Messages.raw(
                                                ada("\"status\":\"forgotten\"")
                                                        .getBytes(
                                                                java.nio.charset.StandardCharsets
                                                                        .UTF_8)),
                                        Messages.NOW)
                                .reason())
                .isEqualTo("forgotten-without-forget-key");
    }

    @Test
    void forgottenWithoutATimeDatesFromTheKafkaRecord() {
        assertThat(only(decodeNative(ada("\"status\":\"forgotten\""))).at()).isEqualTo(ARRIVED);
    }

    @Test
    void oneAudienceTwiceIsTwoAssertions() {
        AudienceEvent event =
                only(
                        decodeNative(
                                ada(
                                        """
                                        "memberships":[{"audience":"gold","status":"exited"},
                                        {"audience":"gold","status":"realized"}]""")));
        assertThat(event.assertions()).extracting(Assertion::in).containsExactly(false, true);
    }

    @Test
    void fieldsThatNobodyKnowsAreReadOver() {
        AudienceEvent event =
                only(decodeNative(ada("\"version\":3,\"trace\":{\"status\":[{\"at\":1}]}")));
        assertThat(event.assertions()).isEmpty();
    }
}
