package io.rollcall.event.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.AudienceEvent.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same abuse at every way in. */
@Timeout(60)
class EveryDoorTest {

    /** These two tell of nobody. */
    private static final String CONTROL = "CONTROL_FILE";

    private static final String WRONGLY_PACKED = "WRONGLY_PACKED_FILE";

    private static final String ADA = "ada@example.com";
    private static final JsonMapper JSON = new JsonMapper();

    /** The people of whom something was said, and how many messages or rows became dead letters. */
    private record Heard(List<AudienceEvent> events, List<String> complaints) {

        boolean names(String email) {
            return events.stream()
                    .flatMap(event -> event.identities().stream())
                    .anyMatch(id -> id.namespace().equals("email") && id.value().equals(email));
        }

        List<AudienceEvent> people() {
            return events.stream().filter(event -> event.kind() != Kind.SNAPSHOT).toList();
        }
    }

    private static Heard hear(Door door, byte[] bytes) {
        Heard heard = new Heard(new ArrayList<>(), new ArrayList<>());
        for (Decoded decoded : door.hear(bytes)) {
            if (door.isJson()) {
                Soundness.check(decoded);
            } else {
                Soundness.checkPiece(decoded);
            }
            heard.events.addAll(decoded.events());
            decoded.deadLetters(Messages.raw(bytes), "x")
                    .forEach(l -> heard.complaints.add(l.reason()));
        }
        return heard;
    }

    private static Heard hear(Door door, String text) {
        return hear(door, text.getBytes(UTF_8));
    }

    private static Heard claim(Door door, String email, String audience) {
        return hear(door, door.claim(email, audience, Door.USUAL));
    }

    private static boolean tellsOfPeople(Door door) {
        return door != Door.CONTROL_FILE && door != Door.WRONGLY_PACKED_FILE;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {CONTROL, WRONGLY_PACKED})
    void takesWhatIsWellSaid(Door door) {
        Heard heard = claim(door, ADA, "24");
        assertThat(heard.complaints).isEmpty();
        assertThat(heard.names(ADA)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {CONTROL, WRONGLY_PACKED})
    void takesUnusualAddressesAsTheyAre(Door door) {
        for (String odd :
                List.of(
                        "a,b@example.com",
                        "o'hara\"\"@example.com",
                        "x;y|z\\@example.com",
                        "用户@例子.广告",
                        "ÀÉ😀@example.com",
                        "a%2Cb&c=d+e@example.com",
                        "=cmd()@example.com",
                        "{$ne:1}@example.com")) {
            assertThat(claim(door, odd, "24").names(odd.toLowerCase())).as(odd).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {CONTROL, WRONGLY_PACKED})
    void whatDiffersInCaseOnlyIsOnePerson(Door door) {
        assertThat(claim(door, "ADA@Example.COM", "24").names(ADA)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void controlCharactersNameNobody(Door door) {
        for (String c :
                List.of("\u0000", "\u0007", "\u001b[2J", "\u007f", "\u0085", "\r", "\n", "\t")) {
            Heard heard = claim(door, "ada" + c + "@example.com", "24");
            assertThat(heard.events.stream().flatMap(e -> e.identities().stream()))
                    .noneMatch(id -> id.value().contains("ada"));
            if (tellsOfPeople(door)) {
                assertThat(heard.complaints).as("U+%04x", (int) c.charAt(0)).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRawNulAnywhereIsNoPartOfAnythingThatIsTaken(Door door) {
        byte[] good = door.claim(ADA, "24", Door.USUAL).getBytes(UTF_8);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] = 0;
            assertThat(hear(door, bad).events)
                    .flatMap(AudienceEvent::identities)
                    .noneMatch(id -> id.value().indexOf(0) >= 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotUtf8IsNeverGuessed(Door door) {
        String good = door.claim("ad~~~~a@example.com", "24", Door.USUAL);
        for (String bad :
                List.of(
                        "\u00ff",
                        "\u00c3(",
                        "\u00c0\u0080",
                        "\u00ed\u00a0\u0080",
                        "\u00f4\u0090\u0080\u0080")) {
            Heard heard = hear(door, good.replace("~~~~", bad).getBytes(ISO_8859_1));
            assertThat(heard.people()).isEmpty();
            assertThat(heard.complaints.isEmpty()).isEqualTo(door == Door.CONTROL_FILE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void longNamesAreRefused(Door door) {
        for (int size : new int[] {256, 64 << 10, 10 << 20}) {
            Heard heard = claim(door, "x".repeat(size) + "@example.com", "24");
            assertThat(heard.people()).isEmpty();
            assertThat(heard.complaints).allMatch(reason -> reason.length() < 200);
            assertThat(tellsOfPeople(door) && heard.complaints.isEmpty()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void audiencesOfAnyLengthNeitherThrowNorTakeLong(Door door) {
        for (String audience :
                List.of(
                        "x".repeat(64 << 10),
                        "x".repeat(10 << 20),
                        "a" + " ".repeat(900_000) + "b",
                        ",".repeat(900_000),
                        "=".repeat(900_000))) {
            claim(door, ADA, audience);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLineOfOneCharacterNeitherThrowsNorTakesLong(Door door) {
        for (String c : List.of(" ", ",", "=", "\"", "{", "[", "9", ":", "-", "\t", "a=")) {
            hear(door, ADA + "\ta" + c.repeat(400_000) + "b");
            hear(door, ADA + " a" + c.repeat(400_000) + "b");
        }
    }

    /** The fuzzer found that the reader of CSV knows no row in an empty line. */
    @ParameterizedTest
    @EnumSource
    void anEmptyLineInFrontIsNoDefectOfOurs(Door door) {
        for (String front : List.of("\n", "\r\n", " \n", "\uFEFF\n", "\uFEFF")) {
            hear(door, front);
            hear(door, front + door.claim(ADA, "24", Door.USUAL));
        }
    }

    @ParameterizedTest
    @EnumSource
    void depthIsRefused(Door door) {
        for (String deep :
                List.of(
                        "{\"x\":".repeat(10_000) + "1" + "}".repeat(10_000),
                        "[".repeat(10_000) + "]".repeat(10_000))) {
            assertThat(hear(door, deep).people()).isEmpty();
            assertThat(
                            hear(door, door.claim(ADA, "24", Door.USUAL).replace("\"24\"", deep))
                                    .people())
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHundredThousandAudiencesAtOnceAreNotKeptForOnePerson(Door door) {
        String many =
                IntStream.range(0, 100_000).mapToObj(i -> "" + i).collect(Collectors.joining(","));
        String text = door.claim(ADA, "24", Door.USUAL).replace("24", many);
        assertThat(hear(door, text).events).allMatch(event -> event.assertions().size() <= 1_000);
    }

    @ParameterizedTest
    @EnumSource
    void aHundredThousandClaimsInOneMessageAreReadOrRefused(Door door) {
        String one = door.claim(ADA, "24", Door.USUAL);
        for (String between : List.of("\n", ",", "")) {
            hear(door, one.repeat(5_000));
            hear(door, "[" + (one + between).repeat(5_000) + "]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void timesOfBrokenClocksPinNobody(Door door) {
        for (String time : List.of(Door.FAR, Door.EPOCH)) {
            Heard heard = hear(door, door.claim(ADA, "24", time));
            boolean saysWhen =
                    List.of(Door.ROLLCALL, Door.AUDIENCE_MANAGER, Door.CSV, Door.CSV_FILE)
                            .contains(door);
            if (saysWhen) {
                assertThat(heard.events).isEmpty();
                assertThat(heard.complaints)
                        .hasSize(1)
                        .first()
                        .asString()
                        .containsAnyOf("future-time", "bad-time");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ROLLCALL", "AEP", "AUDIENCE_MANAGER", "DATAVERSE"})
    void anyValueMayBeOfAnyType(Door door) throws IOException {
        JsonNode good = JSON.readTree(door.claim(ADA, "24", Door.USUAL));
        List<JsonNode> strange = new ArrayList<>();
        for (String json :
                List.of(
                        "17",
                        "-1.5e300",
                        "99999999999999999999",
                        "true",
                        "null",
                        "{}",
                        "[]",
                        "\"\"",
                        "[[{}]]",
                        "{\"a\":[1]}")) {
            strange.add(JSON.readTree(json));
        }
        for (JsonNode other : strange) {
            for (JsonNode changed : changed(good, other).toList()) {
                hear(door, changed.toString());
            }
        }
    }

    /** The document with each of its nodes in turn replaced. */
    private static Stream<JsonNode> changed(JsonNode node, JsonNode other) {
        Stream<JsonNode> within = Stream.empty();
        if (node instanceof ObjectNode object) {
            within =
                    object.propertyStream()
                            .flatMap(
                                    field ->
                                            changed(field.getValue(), other)
                                                    .map(
                                                            c ->
                                                                    object.deepCopy()
                                                                            .set(
                                                                                    field.getKey(),
                                                                                    c)));
        } else if (node instanceof ArrayNode array) {
            within =
                    IntStream.range(0, array.size())
                            .boxed()
                            .flatMap(
                                    i ->
                                            changed(array.get(i), other)
                                                    .map(c -> array.deepCopy().set(i, c)));
        }
        return Stream.concat(Stream.of(other), within);
    }
}
