package io.rollcall.event.decode;

import static io.rollcall.event.decode.Messages.ada;
import static io.rollcall.event.decode.Messages.decodeAep;
import static io.rollcall.event.decode.Messages.decodeNative;
import static io.rollcall.event.decode.Messages.profile;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One case, at least, for every word. */
class RefusalTest {

    @Test
    void aTombstoneIsEmpty() {
        assertThat(decodeNative((byte[]) null).reason()).isEqualTo("empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "``|empty",
                "  |empty",
                "[]|empty",
                "gold|not-json",
                "{'person'|not-json",
                "{'person':{'email':'a@b.c'},}|not-json",
                "{'person':{'email':'a@b.c'}}x|not-json",
                "{person:{}}|not-json",
                "{'vip':NaN}|not-json",
                "null|wrong-type",
                "'gold'|wrong-type",
                "42|wrong-type",
                "[[{}]]|wrong-type",
                "{'person':'a@b.c'}|wrong-type",
                "{'person':{'ecid':14575006536349286404619648085736425115}}|wrong-type",
                "{'person':{'ecid':[['1']]}}|wrong-type",
                "{'person':{'ecid':'1'},'memberships':{}}|wrong-type",
                "{'person':{'ecid':'1'},'memberships':['gold']}|wrong-type",
                "{'person':{'ecid':'1'},'attributes':[]}|wrong-type",
                "{'person':{'ecid':'1'},'at':1641936279000}|wrong-type",
                "{'person':{'ecid':'1'},'audience':7,'status':'exited'}|wrong-type",
                "{'person':{'ecid':'1'},'attributes':{'person':{'email':7}}}|wrong-type",
                "{'person':{'ecid':'1'},'audience':'a','status':'exited','status':'realized'}|duplicate-key",
                "{}|no-usable-identity",
                "{'person':null}|no-usable-identity",
                "{'person':{'phone':'1'}}|no-usable-identity",
                "{'person':{'email':'nobody'}}|no-usable-identity",
                "{'person':{'ecid':' '}}|no-usable-identity",
                "{'person':{'ecid':['1','2']}}|ambiguous-identity",
                "{'person':{'ecid':'1\\u0000'}}|bad-identity",
                "{'person':{'email':'a@b.c\\u0000'}}|bad-identity",
                "{'person':{'email':'a\\n@b.c'}}|bad-identity",
                "{'person':{'ecid':'1\\u0085'}}|bad-identity",
                "{'person':{'ecid':'1\\ud800'}}|bad-identity",
                "{'person':{'ecid':'\\udc00\\ud800'}}|bad-identity",
                "{'person':{'ecid':'1'},'memberships':[{'status':'exited'}]}|no-audience",
                "{'person':{'ecid':'1'},'status':'exited'}|no-audience",
                "{'person':{'ecid':'1'},'audience':' ','status':'exited'}|bad-audience",
                "{'person':{'ecid':'1'},'audience':'a','namespace':'','status':'exited'}|bad-audience",
                "{'person':{'ecid':'1'},'audience':'a\\u0000','status':'exited'}|bad-audience",
                "{'person':{'ecid':'1'},'audience':'a'}|unknown-status",
                "{'person':{'ecid':'1'},'audience':'a','status':'exiting'}|unknown-status",
                "{'person':{'ecid':'1'},'audience':'a','status':'Realized'}|unknown-status",
                "{'person':{'ecid':'1'},'memberships':[{'audience':'a','status':'forgotten'}]}|unknown-status",
                "{'person':{'ecid':'1'},'at':'yesterday'}|bad-time",
                "{'person':{'ecid':'1'},'at':'1970-01-01T00:00:00Z'}|bad-time",
                "{'person':{'ecid':'1'},'audience':'a','status':'exited','validUntil':'never'}|bad-time",
                "{'person':{'ecid':'1'},'at':'2026-11-22T12:15:00.001Z'}|future-time",
                "{'person':{'ecid':'1'},'audience':'a','status':'forgotten'}|forgotten-with-memberships"
            })
    void aNativeMessageIsRefusedInOneWord(String json, String word) {
        assertThat(decodeNative(json.replace('\'', '"')).reason()).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"segmentMembership\":[]|wrong-type",
                "\"segmentMembership\":{\"ups\":[]}|wrong-type",
                "\"segmentMembership\":{\"ups\":{\"gold\":\"realized\"}}|wrong-type",
                "\"segmentMembership\":{\"\":{\"gold\":{\"status\":\"exited\"}}}|bad-audience",
                "\"segmentMembership\":{\"ups\":{\"gold\":{}}}|unknown-status",
                "\"identityMap\":{\"ecid\":{\"id\":\"1\"}}|wrong-type",
                "\"identityMap\":{\"ecid\":[\"1\"]}|wrong-type",
                "\"identityMap\":{\"ecid\":[{\"id\":1}]}|wrong-type",
                "\"identityMap\":{\"ecid\":[{\"id\":\"1\",\"id\":\"2\"}]}|duplicate-key",
                "\"identityMap\":{\"ecid\":[{\"id\":\"1\",\"primary\":\"yes\"}]}|wrong-type",
                "\"consents\":{\"metadata\":{\"time\":\"soon\"}}|bad-time",
                "\"consents\":{\"share\":{\"val\":\"n\",\"time\":\"2027-01-01T00:00:00Z\"}}|future-time",
                "\"personalEmail\":{\"address\":true}|wrong-type"
            })
    void aProfileExportIsRefusedInOneWord(String fields, String word) {
        assertThat(decodeAep(profile(fields)).reason()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T12:15:00Z", "2026-11-22T12:00:00Z"})
    void aTimeNoFurtherAheadThanAllowedIsTaken(String time) {
        assertThat(decodeNative(ada("\"at\":\"" + time + "\"")).reason()).isNull();
    }

    @Test
    void anAssertionFromTheFutureIsRefusedButItsEndMayLieThere() {
        String json =
                """
                "segmentMembership":{"ups":{"gold":{"status":"realized","%s":"2027-01-01T00:00:00Z"}}}""";
        assertThat(decodeAep(profile(json.formatted("lastQualificationTime"))).reason())
                .isEqualTo("future-time");
        assertThat(decodeAep(profile(json.formatted("validUntil"))).reason()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"-1, bad-time", "0, bad-time", "4102444800000, future-time"})
    void aKafkaTimestampIsJudgedLikeAnyOther(long timestamp, String word) {
        byte[] json =
                ada("\"audience\":\"gold\",\"status\":\"exited\"").getBytes(StandardCharsets.UTF_8);
        RawEvent raw = new RawEvent(json, "t", 0, 0, timestamp);
        assertThat(Decoders.of("rollcall", Messages.OPTIONS).decode(raw, Messages.NOW).reason())
                .isEqualTo(word);
    }

    @Test
    void aKafkaTimestampThatNobodyNeedsIsNotJudged() {
        String json =
                ada("\"audience\":\"gold\",\"status\":\"exited\",\"at\":\"2026-11-01T00:00:00Z\"");
        RawEvent raw = new RawEvent(json.getBytes(StandardCharsets.UTF_8), "t", 0, 0, -1);
        assertThat(Decoders.of("rollcall", Messages.OPTIONS).decode(raw, Messages.NOW).reason())
                .isNull();
    }

    @Test
    void aThousandMembershipsAreTakenAndOneMoreIsNot() {
        assertThat(decodeNative(ada(memberships(1_000))).events().get(0).assertions())
                .hasSize(1_000);
        assertThat(decodeNative(ada(memberships(1_001))).reason())
                .isEqualTo("too-many-memberships");
    }

    @Test
    void aThousandConsentsAreTakenAndOneMoreIsNot() {
        assertThat(decodeAep(profile(consents(1_000))).events().get(0).attributes()).hasSize(1_000);
        assertThat(decodeAep(profile(consents(1_001))).reason()).isEqualTo("too-many-attributes");
    }

    @Test
    void anAudienceOfMoreThanTwoHundredAndFiftyFiveBytesIsTooLong() {
        String json = "\"audience\":\"%s\",\"status\":\"exited\"";
        assertThat(decodeNative(ada(json.formatted("a".repeat(255)))).reason()).isNull();
        assertThat(decodeNative(ada(json.formatted("ü".repeat(128)))).reason())
                .isEqualTo("audience-too-long");
    }

    @Test
    void anAttributeLongerThanAnyRealOneIsTooLarge() {
        String json = "{\"person\":{\"ecid\":\"1\"},\"attributes\":{\"firstName\":\"%s\"}}";
        assertThat(decodeNative(json.formatted("x".repeat(65_536))).reason()).isNull();
        assertThat(decodeNative(json.formatted("x".repeat(65_537))).reason())
                .isEqualTo("too-large");
    }

    @Test
    void aRefusedMessageHasNoEvents() {
        assertThat(decodeNative("{}").events()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aWordIsLowerCaseWithHyphens(Refusal refusal) {
        assertThat(refusal.word()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(refusal.because()).hasMessage(refusal.word()).hasNoCause();
        assertThat(refusal.because().getStackTrace()).isEmpty();
    }

    @Test
    void theClockComesFromOutside() {
        byte[] json = ada("\"at\":\"2001-01-01T00:00:00Z\"").getBytes(StandardCharsets.UTF_8);
        long then = Instant.parse("2000-12-31T00:00:00Z").toEpochMilli();
        assertThat(
                        Decoders.of("rollcall", Messages.OPTIONS)
                                .decode(Messages.raw(json), then)
                                .reason())
                .isEqualTo("future-time");
    }

    private static String memberships(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"audience\":\"a" + i + "\",\"status\":\"exited\"}")
                .collect(Collectors.joining(",", "\"memberships\":[", "]"));
    }

    private static String consents(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"c" + i + "\":\"y\"")
                .collect(Collectors.joining(",", "\"consents\":{", "}"));
    }
}
