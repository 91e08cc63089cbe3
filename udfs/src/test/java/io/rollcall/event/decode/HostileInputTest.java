package io.rollcall.event.decode;

import static io.rollcall.event.decode.Messages.SAMPLES;
import static io.rollcall.event.decode.Messages.ada;
import static io.rollcall.event.decode.Messages.bytes;
import static io.rollcall.event.decode.Messages.decodeAep;
import static io.rollcall.event.decode.Messages.decodeNative;
import static io.rollcall.event.decode.Messages.profile;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileInputTest {

    private static final List<Function<byte[], Decoded>> ALL =
            List.of(
                    Messages::decodeNative,
                    Messages::decodeAep,
                    Messages::decodeAudienceManager,
                    Messages::decodeDataverse);

    @ParameterizedTest
    @ValueSource(strings = {"consents", "person", "more"})
    void nestingTenThousandDeepIsRefused(String field) {
        String objects = "{\"x\":".repeat(10_000) + "1" + "}".repeat(10_000);
        String arrays = "[".repeat(10_000) + "]".repeat(10_000);
        for (String deep : new String[] {objects, arrays}) {
            assertThat(decodeAep(profile("\"" + field + "\":" + deep)).reason())
                    .isEqualTo("too-deep");
        }
    }

    @Test
    void nestingWhereItDoesNotBelongIsRefusedJustAsWell() {
        assertThat(decodeNative("[".repeat(10_000)).reason()).isEqualTo("wrong-type");
        assertThat(decodeAep(profile("\"identityMap\":" + "[".repeat(10_000))).reason())
                .isEqualTo("wrong-type");
    }

    @Test
    void aMessageLargerThanAnyRealOneIsRefusedUnread() {
        String ten = "x".repeat(10 << 20);
        assertThat(decodeNative(ada("\"attributes\":{\"firstName\":\"" + ten + "\"}")).reason())
                .isEqualTo("too-large");
    }

    @Test
    void longTextAtAPathThatNobodyWantsIsSkipped() {
        assertThat(decodeAep(profile("\"more\":\"" + "x".repeat(1 << 20) + "\"")).reason())
                .isNull();
    }

    @Test
    void aNameLongerThanAnyRealOneIsTooLarge() {
        assertThat(decodeAep(profile("\"" + "x".repeat(5_000) + "\":1")).reason())
                .isEqualTo("too-large");
    }

    @Test
    void aConsentPathCannotGrowWithoutEnd() {
        String name = "\"" + "x".repeat(1_000) + "\":";
        String json = "\"consents\":" + ("{" + name).repeat(50) + "1" + "}".repeat(50);
        assertThat(decodeAep(profile(json)).reason()).isEqualTo("too-large");
    }

    @Test
    void aHundredThousandMembershipsAreRefused() {
        String json =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "\"a" + i + "\":{\"status\":\"exited\"}")
                        .collect(Collectors.joining(",", "\"segmentMembership\":{\"ups\":{", "}}"));
        assertThat(decodeAep(profile(json)).reason()).isEqualTo("too-many-memberships");
    }

    @Test
    void aHundredThousandIdentitiesTakeNeitherTimeNorSpace() {
        String json =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "\"" + i + "\"")
                        .collect(Collectors.joining(",", "{\"person\":{\"ecid\":[", "]}}"));
        assertThat(decodeNative(json).reason()).isEqualTo("ambiguous-identity");
    }

    @Test
    void aNumberOfAHundredThousandDigitsIsSkippedOrRefused() {
        String digits = "9".repeat(100_000);
        assertThat(decodeAep(profile("\"loyalty\":{\"points\":" + digits + "}")).reason())
                .isIn("too-large", null);
        assertThat(decodeAep(profile("\"more\":" + digits)).reason()).isIn("too-large", null);
    }

    static Stream<byte[]> notUtf8() {
        return Stream.of(
                broken(0xff),
                broken(0xc3),
                broken(0xc0, 0x80),
                broken(0xc1, 0x81),
                broken(0xe0, 0x80, 0x80),
                broken(0xed, 0xa0, 0x80),
                broken(0xf4, 0x90, 0x80, 0x80),
                broken(0xf8, 0x88, 0x80, 0x80, 0x80));
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void whatIsNotUtf8IsRefusedWhereverItStands(byte[] json) {
        assertThat(decodeNative(json).reason()).isEqualTo("invalid-utf8");
        assertThat(decodeAep(json).reason()).isEqualTo("invalid-utf8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void otherEncodingsAreNotGuessed(String charset) {
        assertThat(decodeNative(ada("\"x\":1").getBytes(Charset.forName(charset))).reason())
                .isIn("not-json", "invalid-utf8");
    }

    @Test
    void aByteOrderMarkOfUtf8IsReadOver() {
        assertThat(decodeNative("\ufeff" + ada("\"x\":1")).reason()).isNull();
    }

    @Test
    void aRawNulIsNotJson() {
        assertThat(decodeNative(ada("\"x\":\"\u0000\"")).reason()).isEqualTo("not-json");
        assertThat(decodeNative("\u0000\u0000\u0000").reason()).isEqualTo("not-json");
    }

    static Stream<String> samples() {
        return SAMPLES.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aMessageCutOffAnywhereIsRefusedAndGivesNoEvent(String sample) {
        byte[] whole =
                new String(bytes(sample), StandardCharsets.UTF_8)
                        .strip()
                        .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            for (var decoder : ALL) {
                Decoded decoded = decoder.apply(Arrays.copyOf(whole, length));
                assertThat(decoded.reason()).isNotNull();
                assertThat(decoded.events()).isEmpty();
            }
        }
    }

    @Property(tries = 5_000, seed = "23")
    void bytesThatWereChangedAtRandomNeverThrow(@ForAll Random random) {
        byte[] bytes = bytes(SAMPLES.get(random.nextInt(SAMPLES.size())));
        for (int i = random.nextInt(8); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        ALL.forEach(decoder -> Soundness.check(decoder.apply(bytes)));
    }

    @Property(tries = 5_000, seed = "23")
    void piecesOfJsonThrownTogetherNeverThrow(@ForAll Random random) {
        String json =
                random.ints(random.nextInt(60), 0, PIECES.length)
                        .mapToObj(i -> PIECES[i])
                        .collect(Collectors.joining());
        ALL.forEach(
                decoder -> Soundness.check(decoder.apply(json.getBytes(StandardCharsets.UTF_8))));
    }

    @Property(tries = 2_000, seed = "23")
    void anyBytesNeverThrow(@ForAll byte[] bytes) {
        ALL.forEach(decoder -> Soundness.check(decoder.apply(bytes)));
    }

    private static byte[] broken(int... middle) {
        byte[] json =
                ada("\"more\":\"" + "~".repeat(middle.length) + "\"")
                        .getBytes(StandardCharsets.UTF_8);
        int at = new String(json, StandardCharsets.ISO_8859_1).indexOf('~');
        for (int i = 0; i < middle.length; i++) {
            json[at + i] = (byte) middle[i];
        }
        return json;
    }

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\n",
        "\"",
        "null",
        "true",
        "1e9",
        "17",
        "\\u0000",
        "\\",
        "\"\"",
        "{\"person\":{\"ecid\":\"1\"}",
        "{\"identityMap\":{\"ecid\":[{\"id\":\"1\"}]}",
        "\"person\":",
        "\"ecid\":",
        "\"email\":",
        "\"a@b.c\"",
        "\"memberships\":[",
        "\"audience\":",
        "\"gold\"",
        "\"status\":",
        "\"realized\"",
        "\"exited\"",
        "\"forgotten\"",
        "\"at\":",
        "\"2022-01-11T21:24:39Z\"",
        "\"attributes\":{",
        "\"consents\":{",
        "\"marketing\":{\"email\":{",
        "\"val\":\"n\"",
        "\"time\":",
        "\"identityMap\":{",
        "\"id\":",
        "\"primary\":true",
        "\"segmentMembership\":{\"ups\":{",
        "\"xdm:status\":",
        "\"validUntil\":",
        "{\"Users\":[{\"AAM_UUID\":\"1\",\"Segments\":[{\"Segment_ID\":\"7\",\"Status\":\"1\"}]}]}",
        "{\"Users\":[",
        "\"User_DPID\":\"12345\"",
        "\"DataPartner_UUID\":",
        "\"Segments\":[{\"Segment_ID\":\"7\",\"Status\":",
        "\"DateTime\":\"Wed Jul 27 16:17:42 UTC 2016\"",
        "{\"MessageName\":\"Update\",\"PrimaryEntityName\":\"contact\",",
        "{\"MessageName\":\"AddMember\",\"PrimaryEntityName\":\"list\",",
        "\"PrimaryEntityId\":\"6d81597f-0f9f-e711-8122-000d3aa2331c\",",
        "\"InputParameters\":[{\"key\":\"Target\",\"value\":{\"Attributes\":[",
        "\"PostEntityImages\":[{\"key\":\"a\",\"value\":{\"Attributes\":[",
        "{\"key\":\"new_synctomkto\",\"value\":",
        "{\"key\":\"emailaddress1\",\"value\":",
        "{\"key\":\"modifiedon\",\"value\":\"\\/Date(1506384247000)\\/\"}",
        "{\"table\":\"contact\",\"row\":",
        "\"deleted\":",
        "}}}",
        "]}}]",
        "]}"
    };
}
