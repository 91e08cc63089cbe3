package io.rollcall.event.decode;

import static io.rollcall.event.decode.Messages.ARRIVED;
import static io.rollcall.event.decode.Messages.ada;
import static io.rollcall.event.decode.Messages.at;
import static io.rollcall.event.decode.Messages.bytes;
import static io.rollcall.event.decode.Messages.decodeAep;
import static io.rollcall.event.decode.Messages.decodeNative;
import static io.rollcall.event.decode.Messages.only;
import static io.rollcall.event.decode.Messages.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Attribute;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttributesTest {

    private static final long PUSHED = at("2020-09-30T01:02:33Z");
    private static final long GIVEN = at("2019-01-01T15:52:25Z");

    @Test
    void everythingUnderConsentsIsKeptWhateverIsMapped() {
        assertThat(only(decodeAep(bytes("consents.json"))).attributes())
                .hasSize(12)
                .contains(
                        new Attribute("consents.collect.val", "VI", GIVEN),
                        new Attribute("consents.marketing.preferred", "email", GIVEN),
                        new Attribute("consents.marketing.email.val", "y", GIVEN),
                        new Attribute(
                                "consents.idSpecific.email.john@xyz.com.marketing.email.val",
                                "y",
                                GIVEN));
    }

    @Test
    void aPreferencesOwnTimeOverridesThatOfTheConsents() {
        String push =
                "consents.idSpecific.ECID.37784337855396895622558625508046772577.marketing.push.";
        assertThat(only(decodeAep(bytes("consents.json"))).attributes())
                .contains(
                        new Attribute(push + "val", "n", PUSHED),
                        new Attribute(push + "reason", "not relevant", PUSHED));
    }

    @Test
    void theTimeMayStandAfterTheValueThatItDates() {
        assertThat(
                        attributes(
                                """
                                "consents":{"metadata":{"time":"2019-01-01T15:52:25Z"},"marketing":
                                {"email":{"val":"n","time":"2020-09-30T01:02:33Z"}}}"""))
                .contains(new Attribute("consents.marketing.email.val", "n", PUSHED));
    }

    @Test
    void consentWithoutAnyTimeDatesFromTheKafkaRecord() {
        assertThat(attributes("\"consents\":{\"share\":{\"val\":\"n\"}}"))
                .containsExactly(new Attribute("consents.share.val", "n", ARRIVED));
    }

    @Test
    void theTimeOfConsentSaysNothingOfOtherAttributes() {
        assertThat(
                        attributes(
                                """
                                "firstName":"Ada",
                                "consents":{"metadata":{"time":"2019-01-01T15:52:25Z"}}"""))
                .contains(new Attribute("firstName", "Ada", ARRIVED));
    }

    @Test
    void aNativeMessagesOwnTimeHoldsForItsConsentToo() {
        assertThat(
                        only(decodeNative(
                                        ada(
                                                """
                                                        "at":"2020-09-30T01:02:33Z","attributes":{"consents.marketing":
                                                        {"email":{"val":"n"}}}""")))
                                .attributes())
                .containsExactly(new Attribute("consents.marketing.email.val", "n", PUSHED));
    }

    @Test
    void anAttributeThatIsNotMappedIsNotKept() {
        assertThat(attributes("\"lastName\":\"Doe\",\"person\":{\"name\":{\"lastName\":\"Doe\"}}"))
                .isEmpty();
    }

    @Test
    void anIdentityInAnAttributeIsNoAttributeUnlessItIsMapped() {
        assertThat(attributes("\"personalEmail\":{\"address\":\"a@b.c\"}")).isEmpty();
    }

    @Test
    void nestedAndDottedPathsAreTheSame() {
        var expected = List.of(new Attribute("person.name.firstName", "Ada", ARRIVED));
        assertThat(attributes("\"person\":{\"name\":{\"firstName\":\"Ada\"}}")).isEqualTo(expected);
        assertThat(attributes("\"person.name\":{\"firstName\":\"Ada\"}")).isEqualTo(expected);
        assertThat(attributes("\"xdm:person.xdm:name.xdm:firstName\":\"Ada\"")).isEqualTo(expected);
    }

    @Test
    void numbersAndBooleansKeepTheirSpelling() {
        String digits = "14575006536349286404619648085736425115";
        assertThat(attributes("\"loyalty\":{\"points\":" + digits + "},\"vip\":true"))
                .extracting(Attribute::value)
                .containsExactly(digits, "true");
        assertThat(attributes("\"loyalty\":{\"points\":1.50e+3}"))
                .extracting(Attribute::value)
                .containsExactly("1.50e+3");
    }

    @Test
    void nullClearsAndAbsenceSaysNothing() {
        assertThat(attributes("\"firstName\":null"))
                .containsExactly(new Attribute("firstName", null, ARRIVED));
        assertThat(attributes("\"lastName\":null,\"person\":null,\"consents\":null")).isEmpty();
    }

    @Test
    void arraysAndObjectsAtAMappedPathAreNoAttributes() {
        assertThat(attributes("\"firstName\":[\"Ada\"],\"vip\":{\"since\":1}")).isEmpty();
    }

    @Test
    void aPathIsReportedAsTheConfigurationSpellsIt() {
        Decoder decoder =
                Decoders.of(
                        "aep",
                        new DecoderOptions(
                                List.of("ecid"),
                                Map.of(),
                                Set.of("xdm:person.xdm:name"),
                                Duration.ZERO));
        byte[] json = profile("\"person\":{\"name\":\"Ada\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(Messages.raw(json), Messages.NOW).events().get(0).attributes())
                .containsExactly(new Attribute("xdm:person.xdm:name", "Ada", ARRIVED));
    }

    private static List<Attribute> attributes(String fields) {
        return only(decodeAep(profile(fields))).attributes();
    }
}
