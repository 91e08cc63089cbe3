package io.rollcall.event.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Assertion;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.AudienceEvent.Kind;
import io.rollcall.event.RawEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyncFilesTest {

    private static final long T = 1_486_140_844_000L;
    private static final String ITER = "S3_1234_12345_iter_" + T + ".sync";
    private static final String FULL = "S3_1234_12345_full_" + T + ".sync";
    private static final String UUID = "59767559181262060060278870901087098252";

    private final SyncFiles files = files(List.of("24", "25"), false);

    private static SyncFiles files(List<String> segments, boolean controlFiles) {
        return files(segments, AudienceManagerOptions.Separator.SPACE, controlFiles);
    }

    private static SyncFiles files(
            List<String> segments,
            AudienceManagerOptions.Separator separator,
            boolean controlFiles) {
        SyncFiles files =
                new SyncFiles(
                        new AudienceManagerOptions(
                                List.of(
                                        new DataSource("12345", "crm"),
                                        new DataSource("478", "crm")),
                                segments,
                                separator,
                                controlFiles),
                        new DecoderOptions(
                                List.of("crm", "aam_uuid"),
                                Map.of(),
                                Set.of(),
                                Duration.ofMinutes(15)));
        try {
            files.open();
        } catch (io.rollcall.secret.SecretUnavailableException e) {
            throw new AssertionError(e);
        }
        return files;
    }

    /** All that became of a file. */
    private record Read(List<AudienceEvent> events, List<String> complaints) {

        List<AudienceEvent> people() {
            return events.stream().filter(event -> event.kind() == Kind.MEMBERSHIPS).toList();
        }

        List<AudienceEvent> ends() {
            return events.stream().filter(event -> event.kind() == Kind.SNAPSHOT).toList();
        }

        List<String> claims() {
            return people().stream()
                    .flatMap(
                            event ->
                                    event.assertions().stream()
                                            .map(
                                                    said ->
                                                            event.person()
                                                                    + (said.in() ? " +" : " -")
                                                                    + said.audience()))
                    .toList();
        }
    }

    private Read read(String name, String text) {
        return read(files, name, text.getBytes(UTF_8));
    }

    private static Read read(SyncFiles files, String name, byte[] bytes) {
        SyncPieces pieces = new SyncPieces(new ByteArrayInputStream(bytes), name, Messages.NOW);
        List<AudienceEvent> events = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        try {
            for (RawEvent raw = pieces.next(); raw != null; raw = pieces.next()) {
                Decoded decoded = files.decode(raw, Messages.NOW);
                events.addAll(decoded.events());
                decoded.deadLetters(raw, "x").forEach(letter -> complaints.add(letter.reason()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Read(events, complaints);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String md5(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    }

    private static String control(String file, long lines, long bytes, String md5) {
        return "{ Files: [ { FileByteSize: %d, FileLineCount: %d, FileName: \"%s\","
                        .formatted(bytes, lines, file)
                + " FileSequenceNumber: 1, md5: \"%s\" } ],\n Totals: { FileName: \"x\", TotalNumberFiles: 1 } }"
                        .formatted(md5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 24,26,27 25,28|+24 +26 +27 -25 -28",
                "1  24,26,27  25,28|+24 +26 +27 -25 -28",
                "1 24|+24",
                "1 24 |+24",
                "1  25,28|-25 -28",
                "1    25|-25",
                "1 gold|+gold"
            })
    void aRowOfChangesSaysWhatCameAndWent(String row, String claims) {
        Read read = read(ITER, row);
        assertThat(read.complaints()).isEmpty();
        assertThat(read.claims())
                .containsExactlyElementsOf(
                        Arrays.stream(claims.split(" ")).map(claim -> "crm:1 " + claim).toList());
        assertThat(read.people().get(0).assertions())
                .allMatch(said -> said.at() == T && said.namespace().equals("aam"));
        assertThat(read.ends()).isEmpty();
    }

    @Test
    void otherSeparatorsCanBeSaid() {
        SyncFiles sample = files(List.of(), AudienceManagerOptions.Separator.TWO_SPACES, false);
        assertThat(read(sample, ITER, "1  24,26\n2    25".getBytes(UTF_8)).claims())
                .containsExactly("crm:1 +24", "crm:1 +26", "crm:2 -25");
        SyncFiles tabs = files(List.of(), AudienceManagerOptions.Separator.TAB, false);
        assertThat(read(tabs, ITER, "1\t24\t25".getBytes(UTF_8)).claims())
                .containsExactly("crm:1 +24", "crm:1 -25");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|wrong-number-of-fields",
                "1 2 3 4|wrong-number-of-fields",
                "1 2 3 4 5|wrong-number-of-fields",
                "' 24'|no-usable-identity",
                "1 24,,25|bad-audience",
                "1 24, 25|wrong"
            })
    void aBrokenRowIsADeadLetterWithItsLineAndHarmsNoOther(String row, String reason) {
        Read read = read(ITER, "7 24\n\n" + row.replace("1 24, 25", "1 24 25 26") + "\n8 24\n");
        assertThat(read.claims()).containsExactly("crm:7 +24", "crm:8 +24");
        assertThat(read.complaints()).hasSize(1);
        assertThat(read.complaints().get(0)).startsWith("line 3: " + reason);
    }

    @Test
    void linesAreCountedAcrossPieces() {
        String rows =
                IntStream.rangeClosed(1, 1_200)
                        .mapToObj(i -> i == 1_111 ? "broken" : i + " 24")
                        .collect(Collectors.joining("\n"));
        Read read = read(ITER, rows);
        assertThat(read.claims()).hasSize(1_199);
        assertThat(read.complaints()).containsExactly("line 1111: wrong-number-of-fields");
    }

    @Test
    void whoIsMissingFromAFullFileHasLeftItsSegments() {
        Read read = read(FULL, "1 24 25\n2 25");
        assertThat(read.claims()).containsExactly("crm:1 +24", "crm:2 +25");
        assertThat(read.ends()).hasSize(1);
        assertThat(read.ends().get(0).person()).isEmpty();
        assertThat(read.ends().get(0).assertions())
                .containsExactly(
                        new Assertion("aam", "24", false, T, 0),
                        new Assertion("aam", "25", false, T, 0));
    }

    @Test
    void ofAFullFileWithABrokenRowNobodyIsMissing() {
        Read read = read(FULL, "1 24\nbroken");
        assertThat(read.ends()).isEmpty();
        assertThat(read.complaints())
                .containsExactly(
                        "line 2: wrong-number-of-fields",
                        "full, but 1 rows are broken: nobody was removed; have it sent again");
    }

    @Test
    void withoutSegmentsNobodyIsMissing() {
        Read read = read(files(List.of(), false), FULL, "1 24".getBytes(UTF_8));
        assertThat(read.claims()).containsExactly("crm:1 +24");
        assertThat(read.ends()).isEmpty();
        assertThat(read.complaints()).hasSize(1);
        assertThat(read.complaints().get(0)).contains("audience-manager.segments");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aSplitTransferIsWholeWithItsControlFileWheneverThatComes(int controlComes) {
        String first = FULL.replace(".sync", "001.sync");
        String second = FULL.replace(".sync", "002.sync");
        String control =
                "{Files:[{FileName:\"%s\",FileLineCount:1},{FileName:\"%s\",FileLineCount:2}]}"
                        .formatted(first, second);
        List<String> names = new ArrayList<>(List.of(first, second));
        names.add(controlComes, "S3_1234_12345_iter_" + T + ".info");
        List<AudienceEvent> ends = new ArrayList<>();
        for (String name : names) {
            assertThat(ends).isEmpty();
            String text =
                    name.endsWith("info") ? control : name.equals(first) ? "1 24" : "2 24\n3 24";
            Read read = read(name, text);
            assertThat(read.complaints()).isEmpty();
            ends.addAll(read.ends());
        }
        assertThat(ends).hasSize(1);
    }

    @Test
    void aSplitTransferWithoutAControlFileIsNeverKnownToBeWhole() {
        assertThat(read(FULL.replace(".sync", "001.sync"), "1 24").ends()).isEmpty();
        assertThat(read(FULL.replace(".sync", "002.sync"), "2 24").ends()).isEmpty();
    }

    @Test
    void wherePeopleHaveControlFilesEvenOneFileWaitsForIts() throws Exception {
        SyncFiles controlled = files(List.of("24"), true);
        byte[] rows = packed("1 24\n");
        assertThat(read(controlled, FULL + ".gz", rows).ends()).isEmpty();
        String control = control(FULL + ".gz", 1, rows.length, md5(rows).toUpperCase());
        String info = FULL.replace(".sync", ".info");
        Read read = read(controlled, info, control.getBytes(UTF_8));
        assertThat(read.complaints()).isEmpty();
        assertThat(read.ends()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2, 5, 0", "1, 4, 0", "1, 5, 1"})
    void aFileThatIsNotAsAnnouncedRemovesNobody(long lines, long bytes, int otherMd5)
            throws Exception {
        byte[] rows = "1 24\n".getBytes(UTF_8);
        String md5 = otherMd5 == 1 ? "983g634be2ad5263c6a6c4958bf61d9f" : md5(rows);
        read(FULL.replace(".sync", ".info"), control(FULL, lines, bytes, md5));
        Read read = read(FULL, "1 24\n");
        assertThat(read.claims()).containsExactly("crm:1 +24");
        assertThat(read.ends()).isEmpty();
        assertThat(read.complaints()).hasSize(1);
        assertThat(read.complaints().get(0)).contains("not as its control file says", FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{Files:[]}", "{Files:[{}]}", "{Files:7}", "nothing"})
    void aControlFileThatIsNoneIsADeadLetter(String text) {
        String info = FULL.replace(".sync", ".info");
        Read read = read(info, text);
        assertThat(read.events()).isEmpty();
        assertThat(read.complaints()).hasSize(text.isEmpty() ? 0 : 1);
    }

    @Test
    void theDocumentedControlFileIsRead() throws Exception {
        ControlFile control =
                ControlFile.read(
                        """
                        { Files: [ { FileByteSize: 293029329, FileLineCount: 36893908,
                             FileName: "ftp_12345_67890_full_1500727351632-1.sync.gz", FileSequenceNumber: 1,
                             md5: "983g634be2ad5263c6a6c4958bf61d9f" } ],
                          Totals: { FileName: "ftp_12345_67890_full_1500727351632.sync", TotalByteSize: 1097545164,
                             TotalNumberFiles: 4, TotalNumberLines: 138184105 } }
                        """
                                .getBytes(UTF_8));
        assertThat(control.files())
                .containsExactly(
                        new ControlFile.Announced(
                                "ftp_12345_67890_full_1500727351632-1.sync.gz",
                                36_893_908,
                                293_029_329,
                                "983g634be2ad5263c6a6c4958bf61d9f"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d_sid=24,d_sid=26,d_unsid=28|+24 +26 -28",
                "28:0, 29:0|-28 -29",
                "28:-1|-28",
                "30608,50354,50338|+30608 +50354 +50338",
                "ic=52,ic=55|+ic=52 +ic=55",
                "\"gender\"=\"female\",\"luxury_shopper\"=\"yes\"|+gender=female +luxury_shopper=yes",
                "“gender”=”female”|+gender=female",
                "\"d_city\" = \"New York, NY\"|+d_city=New_York,_NY",
                "-product = camera|+product=camera"
            })
    void theTraitsOfAnInboundRowAreReadInEveryDocumentedForm(String traits, String claims) {
        Read read = read("ftp_dpm_478_1366545717.sync", UUID + "\t" + traits);
        assertThat(read.complaints()).isEmpty();
        assertThat(read.claims())
                .containsExactlyElementsOf(
                        Arrays.stream(claims.split(" "))
                                .map(claim -> "crm:" + UUID + " " + claim.replace('_', '_'))
                                .map(claim -> claim.replace("New_York,_NY", "New York, NY"))
                                .toList());
        assertThat(read.people().get(0).assertions())
                .allMatch(said -> said.at() == 1_366_545_717_000L)
                .allMatch(said -> said.namespace().equals("aam-478"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "1\t", "1\t24\t25", "1 24", "1\tgold", "1\t24:5", "1\t\"a=b", "\t24"})
    void anInboundRowThatIsNoneIsADeadLetter(String row) {
        Read read = read("ftp_dpm_478_1366545717.sync", row);
        assertThat(read.events()).isEmpty();
        assertThat(read.complaints()).hasSize(1);
    }

    @Test
    void anOverwrittenPersonHasOnlyTheTraitsOfTheFile() {
        Read read = read("ftp_dpm_478_1366545717.overwrite", "1\td_sid=24,d_unsid=25");
        assertThat(read.claims()).containsExactly("crm:1 +24");
        assertThat(read.ends()).hasSize(1);
        assertThat(read.ends().get(0).person()).isEqualTo("crm:1");
        assertThat(read.ends().get(0).assertions())
                .containsExactly(
                        new Assertion(
                                "aam-478", Assertion.ANY_AUDIENCE, false, 1_366_545_717_000L, 0));
    }

    @Test
    void aRowOfIdsIsSaidUnderEachOfTheNames() {
        Read read = read("adobe_id_0_12345_1476312152.sync", UUID + "\tXYZ3017D_2kz-TTrj6");
        assertThat(read.people())
                .extracting(AudienceEvent::person)
                .containsExactly("crm:XYZ3017D_2kz-TTrj6", "aam_uuid:" + UUID);
        assertThat(read.people())
                .allMatch(event -> event.identities().size() == 2 && event.assertions().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1\t2\t3", "1\t2 ", "1\t2\t", "1 2", "\t2\t"})
    void aRowOfIdsThatDoesNotFitTheFilesNameIsADeadLetter(String row) {
        Read read = read("adobe_id_0_12345_1476312152.sync", row);
        assertThat(read.events()).isEmpty();
        assertThat(read.complaints()).hasSize(1);
    }

    @Test
    void aFileOfAnotherNameIsNotRead() {
        Read read = read("holiday.sync", "1 24");
        assertThat(read.events()).isEmpty();
        assertThat(read.complaints())
                .containsExactly("not the name of a file of Audience Manager; nothing was read");
    }

    @Test
    void aFileFromTheFutureIsNotRead() {
        Read read = read(ITER.replace("" + T, "1986140844000"), "1 24");
        assertThat(read.events()).isEmpty();
        assertThat(read.complaints()).containsExactly("future-time: nothing was read");
    }

    @Test
    void aFileThatIsCutOffSaysSoAndRemovesNobody() throws Exception {
        String rows =
                new Random(7)
                        .ints(5_000, 1, 1 << 30)
                        .mapToObj(i -> i + " 24")
                        .collect(Collectors.joining("\n"));
        byte[] whole = packed(rows);
        Read read = read(files, FULL + ".gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(read.claims()).isNotEmpty();
        assertThat(read.ends()).isEmpty();
        assertThat(read.complaints()).hasSize(1);
        String behind = "packed wrongly or cut off behind line ";
        assertThat(read.complaints().get(0)).contains(behind + read.claims().size());
        assertThat(read(files, ITER + ".gz", "1 24".getBytes(UTF_8)).complaints()).hasSize(1);
    }

    private static final String[] PIECES = {
        "1",
        " ",
        "  ",
        "\t",
        ",",
        "24",
        "\n",
        "\r\n",
        "=",
        "\"",
        ":0",
        ":-1",
        "d_sid=",
        "ic=",
        "{",
        "}",
        "[",
        "]",
        "Files",
        "FileName",
        "\u0000",
        "é",
        "\uFFFD",
        "“"
    };

    private static final List<String> NAMES =
            List.of(
                    ITER,
                    FULL,
                    FULL.replace(".sync", ".info"),
                    "ftp_dpm_478_1366545717.sync",
                    "ftp_dpm_478_1366545717.overwrite",
                    "adobe_id_0_12345_1476312152.sync",
                    ITER + ".gz");

    @Property(tries = 2_000, seed = "23")
    void piecesThrownTogetherNeverThrow(@ForAll Random random) {
        String text =
                random.ints(random.nextInt(60), 0, PIECES.length)
                        .mapToObj(i -> PIECES[i])
                        .collect(Collectors.joining());
        for (String name : NAMES) {
            assertSound(read(name, text));
        }
    }

    @Property(tries = 1_000, seed = "23")
    void anyBytesNeverThrow(@ForAll byte[] bytes) {
        for (String name : NAMES) {
            assertSound(read(files, name, bytes));
        }
    }

    private static void assertSound(Read read) {
        assertThat(read.complaints()).noneMatch(complaint -> complaint.contains("unreadable"));
        assertThat(read.people())
                .allMatch(
                        event ->
                                event.identities().stream()
                                        .anyMatch(id -> id.key().equals(event.person())));
    }
}
