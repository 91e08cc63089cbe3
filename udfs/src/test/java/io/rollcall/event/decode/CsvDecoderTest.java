package io.rollcall.event.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Assertion;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.DeadLetter;
import io.rollcall.event.RawEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvDecoderTest {

    private static final long NOW = Instant.parse("2026-11-22T15:00:00Z").toEpochMilli();
    private static final DecoderOptions OPTIONS =
            new DecoderOptions(
                    List.of("email", "ecid"), Map.of(), Set.of(), Duration.ofMinutes(15));
    private static final CsvOptions FULL =
            new CsvOptions("gold", null, "e-mail", "email", "status", "since", ';', false, false);
    private static final CsvOptions PLAIN =
            new CsvOptions("gold", "CSV", "email", "email", null, null, ',', false, false);

    @Test
    void readsIdentityStatusAndTime() {
        Decoded decoded =
                decode(
                        FULL,
                        """
                        Name; E-Mail ;Status;Since
                        "Ada; Countess";Ada@Example.com;realized;2026-11-21T10:00:00Z
                        Bob;bob@example.com;Exited;
                        """);

        assertThat(decoded.refused()).isEmpty();
        assertThat(decoded.events())
                .extracting(AudienceEvent::person)
                .containsExactly("email:ada@example.com", "email:bob@example.com");
        assertThat(assertions(decoded))
                .containsExactly(
                        new Assertion(
                                "",
                                "gold",
                                true,
                                Instant.parse("2026-11-21T10:00:00Z").toEpochMilli(),
                                0),
                        new Assertion("", "gold", false, NOW, 0));
    }

    @Test
    void withoutAStatusColumnEverybodyIsIn() {
        assertThat(assertions(decode(PLAIN, "\uFEFFemail\r\nada@example.com\r\n\r\n")))
                .containsExactly(new Assertion("csv", "gold", true, NOW, 0));
    }

    @Test
    void aQuotedFieldMayHoldALineBreak() {
        Decoded decoded =
                decode(PLAIN, "email,note\nada@example.com,\"two\nlines\"\nbob@example.com,\n");

        assertThat(decoded.events()).hasSize(2);
        assertThat(decoded.refused()).isEmpty();
    }

    @Test
    void refusesBrokenRowsByTheirLineAndTakesTheOthers() {
        Decoded decoded =
                decode(
                        FULL,
                        """
                        e-mail;status;since
                        ada@example.com;realized;
                        nobody;realized;
                        bob@example.com;perhaps;
                        bob@example.com;realized;yesterday
                        bob@example.com;realized;2027-01-01T00:00:00Z
                        bob@example.com
                        "bob@example.com;realized;
                        cleo@example.com;realized;
                        """);

        assertThat(decoded.events())
                .extracting(AudienceEvent::person)
                .containsExactly("email:ada@example.com", "email:cleo@example.com");
        assertThat(decoded.refused())
                .extracting(refused -> refused.line() + " " + refused.reason())
                .containsExactly(
                        "3 no-usable-identity",
                        "4 unknown-status",
                        "5 bad-time",
                        "6 future-time",
                        "7 wrong-number-of-fields",
                        "8 not-csv");
    }

    @Test
    void aBrokenRowIsADeadLetterWithItsLineAndItsBytes() {
        RawEvent raw = raw("email\nnobody\n");
        DeadLetter letter =
                new CsvDecoder(PLAIN, OPTIONS).decode(raw, NOW).deadLetters(raw, "csv").get(0);

        assertThat(letter.reason()).isEqualTo("line 2: no-usable-identity");
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo("nobody");
        assertThat(letter.origin()).isEqualTo(raw.origin());
    }

    @Test
    void refusesAHeaderWithoutTheColumnAsAWhole() {
        assertThat(decode(PLAIN, "mail\nada@example.com\n").reason()).isEqualTo("no-such-column");
        assertThat(decode(PLAIN, "email,EMAIL\na,b\n").reason()).isEqualTo("duplicate-key");
        assertThat(decode(PLAIN, "").reason()).isEqualTo("empty");
    }

    @Test
    void refusesARowThatIsNoUtf8() {
        byte[] bytes = "email\nad\u00e4@example.com\n".getBytes(StandardCharsets.ISO_8859_1);
        RawEvent raw = new RawEvent(bytes, "uploads", 0, 7, NOW);

        assertThat(new CsvDecoder(PLAIN, OPTIONS).decode(raw, NOW).refused())
                .extracting(Decoded.Refused::reason)
                .containsExactly("invalid-utf8");
    }

    @Test
    void neverThrowsWhateverTheBytesAre() {
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            byte[] all =
                    ("email,x\n"
                                    + new String(bytes, StandardCharsets.ISO_8859_1)
                                            .replace('a', '"')
                                            .replace('b', '\n'))
                            .getBytes(StandardCharsets.ISO_8859_1);
            Decoded decoded =
                    new CsvDecoder(PLAIN, OPTIONS)
                            .decode(new RawEvent(all, "uploads", 0, 7, NOW), NOW);
            assertThat(decoded.reason()).isNotEqualTo(Refusal.UNREADABLE.word());
        }
    }

    /** However a file is cut, the same people come out of it, and the same lines are broken. */
    @Test
    void piecesOfAFileSayWhatTheWholeSays() throws IOException {
        StringBuilder text = new StringBuilder("email,note\n");
        for (int i = 0; i < 3 * CsvPieces.ROWS + 7; i++) {
            text.append(i % 100 == 17 ? "nobody" : "p" + i + "@example.com");
            text.append(i % 50 == 3 ? ",\"two\nlines\"\n" : ",\n");
        }
        Decoded whole = decode(PLAIN, text.toString());
        List<String> people = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        RawEvent last = null;
        for (RawEvent piece : pieces(text.toString())) {
            last = piece;
            if (piece.part() == RawEvent.Part.PIECE) {
                Decoded decoded = new CsvDecoder(PLAIN, OPTIONS).decode(piece, NOW);
                decoded.events().forEach(event -> people.add(event.person()));
                decoded.refused().forEach(refused -> lines.add(refused.line()));
            }
        }

        assertThat(last.part()).isEqualTo(RawEvent.Part.END);
        assertThat(people).isEqualTo(whole.events().stream().map(e -> e.person()).toList());
        assertThat(lines).isNotEmpty();
        assertThat(lines).isEqualTo(whole.refused().stream().map(r -> r.line()).toList());
    }

    @Test
    void aHeaderAloneIsAPieceAndAnEmptyFileIsNone() throws IOException {
        assertThat(pieces("email\n"))
                .extracting(RawEvent::part)
                .containsExactly(RawEvent.Part.PIECE, RawEvent.Part.END);
        assertThat(pieces("")).extracting(RawEvent::part).containsExactly(RawEvent.Part.END);
    }

    private static List<RawEvent> pieces(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CsvPieces pieces = new CsvPieces(new ByteArrayInputStream(bytes), "up.csv", NOW);
        List<RawEvent> all = new ArrayList<>();
        for (RawEvent piece = pieces.next(); piece != null; piece = pieces.next()) {
            all.add(piece);
        }
        return all;
    }

    private static Decoded decode(CsvOptions csv, String text) {
        return new CsvDecoder(csv, OPTIONS).decode(raw(text), NOW);
    }

    private static RawEvent raw(String text) {
        return new RawEvent(text.getBytes(StandardCharsets.UTF_8), "uploads", 0, 7, NOW);
    }

    private static List<Assertion> assertions(Decoded decoded) {
        return decoded.events().stream().flatMap(event -> event.assertions().stream()).toList();
    }
}
