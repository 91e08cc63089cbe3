package io.rollcall.event.decode;

import static io.rollcall.event.decode.Messages.at;
import static io.rollcall.event.decode.Messages.decodeAep;
import static io.rollcall.event.decode.Messages.only;
import static io.rollcall.event.decode.Messages.profile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollcall.event.Assertion;
import io.rollcall.event.AudienceEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedMembershipTest {

    private static final String GOLD =
            "\"lastQualificationTime\":\"2022-01-11T21:24:39Z\",\"status\":\"realized\"";

    private static final String TWO = "{\"a\":{" + GOLD + "},\"b\":{" + GOLD + "}}";

    /** Among them such as are no member's name, time or status, and what has to be escaped. */
    private static final List<String> NAMES =
            List.of("a", "ab", "7841ba61-23c1", "ü", "\\\"", "\\u0061", "status", "");

    private static final List<String> TIMES =
            List.of(
                    "\"2022-01-11T21:24:39Z\"",
                    "\"2022-01-11T21:24:39Z\"",
                    "\"2022-01-11T21:24:39.123456789+00:00\"",
                    "\"2022-01-11T21:24:39.5Z\"",
                    "\"2022-01-11T21:24Z\"",
                    "\"2022-01-11T21:24:39\\u005a\"",
                    "\"2022-01-11T21:24:39Z\\\"\"",
                    "\"2022-01-11T21:24:39\"",
                    "\"1970-01-01T00:00:00Z\"",
                    "\"\"",
                    "null",
                    "17");

    private static final List<String> STATUSES =
            List.of(
                    "\"realized\"",
                    "\"realized\"",
                    "\"existing\"",
                    "\"exited\"",
                    "\"exite\\u0064\"",
                    "\"exited\\u0000\"",
                    "\"gone\"",
                    "null",
                    "{}");

    /** Spaces lead a message past what is tested here, but for the reading of times. */
    @Property(tries = 5_000)
    void isReadAsItWouldBeFieldByField(@ForAll Random random) {
        String export = export(random);

        assertThat(decodeAep(export)).isEqualTo(decodeAep(export.replace("\":", "\": ")));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-01-11T21:24:39Z, realized",
        "2022-01-11T21:24:39+0000, exited",
        "2022-01-11T21:24:39.000000000+00:00, existing"
    })
    void isReadWithoutTheParser(String time, String status) throws IOException {
        String json = GOLD.replace("2022-01-11T21:24:39Z", time).replace("realized", status);
        try (SteppingParser parser = inside("{" + json + "}")) {
            Membership membership = new Membership().audience("gold");

            assertThat(StreamedMembership.read(parser, membership)).isTrue();
            assertThat(parser.isNext('}')).isTrue();
            assertThat(membership.at()).isEqualTo(at("2022-01-11T21:24:39Z"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ " + GOLD + "}",
                "{" + GOLD + " }",
                "{" + GOLD + ",\"validUntil\":null}",
                "{\"segmentName\":\"Gold\"," + GOLD + "}",
                "{\"lastQualificationTime\":\"1970-01-01T00:00:00Z\",\"status\":\"realized\"}",
                "{\"lastQualificationTime\":\"2022-01-11T21:24:39Z\",\"status\":\"gone\"}",
                "{\"lastQualificationTime\":\"2022-01-11T21:24:39Z\",\"status\":\"realized\"",
                "{\"lastQualificationTime\":\"2022-01-11T21:24:39Z",
                "{\"lastQual",
                "{}"
            })
    void whateverDiffersIsLeftToTheParserFromItsBeginning(String json) throws IOException {
        try (SteppingParser parser = inside(json)) {
            Membership membership = new Membership();
            int before = parser.at();

            assertThat(StreamedMembership.read(parser, membership)).isFalse();
            assertThat(parser.at()).isEqualTo(before);
            assertThat(membership.at()).isZero();
        }
    }

    /** The namespace behind has the name that comes next in this one. */
    @Test
    void theEndOfANamespaceIsNotTakenForThatOfAMembership() {
        String spaced = "\"b\":{" + GOLD + " }";
        String both = "{\"a\":{" + GOLD + "}," + spaced + "},\"c\":{\"d\":{" + GOLD + "}}";
        String other = TWO.replace("}}", "},\"c\":{" + GOLD + "}}");
        decodeAep(ups(other));

        AudienceEvent event = only(decodeAep(ups(both)));
        assertThat(event.assertions())
                .extracting(Assertion::namespace, Assertion::audience)
                .containsExactly(tuple("ups", "a"), tuple("ups", "b"), tuple("c", "d"));
    }

    @Test
    void aMessageThatEndsAnywhereIsNoMessage() {
        String whole = ups(TWO);
        assertThat(only(decodeAep(whole)).assertions()).hasSize(2);

        for (int end = 1; end < whole.length(); end++) {
            Decoded cut = decodeAep(whole.substring(0, end));
            assertThat(cut.reason()).isEqualTo("not-json");
            assertThat(cut.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, realized, bad-time",
        "2022-01-11T21:24:39Z, gone, unknown-status",
        "2099-01-11T21:24:39Z, realized, future-time"
    })
    void whoeverIsRefusedBehindAStepDoesNotHarmTheNext(String time, String status, String reason) {
        String bad = GOLD.replace("2022-01-11T21:24:39Z", time).replace("realized", status);
        String second = TWO.replace("\"b\":{" + GOLD, "\"b\":{" + bad);
        String refused = ups(second);

        Decoded decoded = decodeAep(ups(TWO) + refused + ups(TWO));

        assertThat(decoded.events()).hasSize(2);
        assertThat(decoded.reason()).isEqualTo(reason);
    }

    @Test
    void aThousandAndOneThatAreSteppedOverAreTooMany() {
        String many =
                IntStream.range(0, Memberships.MOST + 1)
                        .mapToObj(i -> field("of-" + i, "{" + GOLD + "}"))
                        .collect(Collectors.joining(",", "{", "}"));
        String refused = ups(many);
        decodeAep(refused);

        Decoded decoded = decodeAep(refused + ups(TWO));

        assertThat(decoded.events()).hasSize(1);
        assertThat(decoded.reason()).isEqualTo("too-many-memberships");
    }

    /** Jackson knows it for no character; its bytes could not be written down to step over them. */
    @Test
    void halfOfASurrogatePairIsNoName() {
        String name = "{\"\\ud800\":{" + GOLD + "}}";
        Decoded decoded = decodeAep(ups(name));

        assertThat(decoded.reason()).isEqualTo("not-json");
    }

    /** A profile export with these memberships, an object. */
    private static String ups(String memberships) {
        return profile("\"segmentMembership\":{\"ups\":" + memberships + "}");
    }

    private static SteppingParser inside(String json) throws IOException {
        SteppingParser parser = JsonInput.open(json.getBytes(UTF_8));
        parser.nextToken();
        return parser;
    }

    private static String export(Random random) {
        List<String> namespaces = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            namespaces.add(field(one(NAMES, random), memberships(random)));
        }
        return profile("\"segmentMembership\":" + object(namespaces));
    }

    private static String memberships(Random random) {
        int first = random.nextInt(NAMES.size());
        int odd = random.nextInt(3);
        return NAMES.subList(first, NAMES.size()).stream()
                .map(name -> field(name, membership(random, odd)))
                .collect(Collectors.collectingAndThen(Collectors.toList(), m -> object(m)));
    }

    /** Usual ones for the most part, or nothing would be read in a row. */
    private static String membership(Random random, int odd) {
        boolean usual = odd == 0 || random.nextInt(4) > 0;
        List<String> fields = new ArrayList<>();
        fields.add(field("lastQualificationTime", usual ? TIMES.get(0) : one(TIMES, random)));
        fields.add(field("status", usual ? STATUSES.get(0) : one(STATUSES, random)));
        if (!usual && random.nextInt(4) == 0) {
            fields.add(random.nextInt(3), field("validUntil", one(TIMES, random)));
        }
        return object(fields);
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static String field(String name, String value) {
        return "\"" + name + "\":" + value;
    }

    private static String object(List<String> fields) {
        return "{" + String.join(",", fields) + "}";
    }
}
