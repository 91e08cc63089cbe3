package io.rollcall.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.Mapping;
import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.testing.InstanceDraft;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileTest {

    private static final Instance PLAIN = Bench.instance(Bench.LIMITS);

    private static final Instance MAPPED =
            InstanceDraft.like(PLAIN)
                    .mapping(
                            new Mapping("name", "firstName"),
                            new Mapping("mail", "email"),
                            new Mapping("town", "city"),
                            new Mapping("place", "city"))
                    .build();

    private final ImportFile file = new ImportFile(MAPPED, new Import("i", Wish.Kind.UPSERT, 1));

    @Test
    void namesKnownLeadsByTheirIdAloneAndWritesNothingOfThem() {
        ImportFile known = new ImportFile(MAPPED, new Import("i", Wish.Kind.ADD, 1));
        known.add("L1/7", Bench.add(1, 7));

        assertThat(text(known)).isEqualToNormalizingNewlines("id\n7\n");
    }

    @Test
    void writesTheValuesOfPeopleWithoutALeadEachColumnOnce() {
        file.add("a", wish("a@example.com", Map.of("firstName", "Ada", "city", "Oslo")));
        file.add("b", wish("b@example.com", Map.of("city", "Bath")));

        assertThat(text(file))
                .isEqualToNormalizingNewlines(
                        "email,firstName,city\na@example.com,Ada,Oslo\nb@example.com,,Bath\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b",
                "a\"b",
                "\"",
                "\"\"",
                "a\nb",
                "a\r\nb",
                "\r",
                "\n",
                ",",
                " a ",
                "'",
                ";",
                "a\tb",
                "=1+1",
                "\\",
                "\\\"",
                "Zoë, ユーザー",
                "\",\"",
                "# no comment"
            })
    void noValueShiftsAColumnOrARow(String value) {
        file.add("a", wish("a@example.com", Map.of("firstName", value, "city", "Oslo")));
        file.add("b", wish("b@example.com", Map.of("firstName", "Bea", "city", value)));

        List<NamedCsvRecord> rows = rows(file);

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).getFields()).containsExactly("a@example.com", value, "Oslo");
        assertThat(rows.get(1).getFields()).containsExactly("b@example.com", "Bea", value);
    }

    @Test
    void aValueThatIsClearedOrUnknownIsEmpty() {
        Map<String, String> clearing = new TreeMap<>();
        clearing.put("firstName", null);
        clearing.put("unmapped", "nowhere");
        file.add("a", wish("a@example.com", clearing));

        assertThat(rows(file).get(0).getFields()).containsExactly("a@example.com", "", "");
    }

    @Test
    void whoLeavesTakesTheirRowAndTheirRoomAlong() {
        String large = "x".repeat(ImportFile.MOST_BYTES - 100);
        assertThat(file.add("a", wish("a@example.com", Map.of("city", large)))).isTrue();
        assertThat(file.add("b", wish("b@example.com", Map.of("city", large)))).isFalse();
        file.remove("a");
        file.remove("nobody");

        assertThat(file.size()).isZero();
        assertThat(file.add("b", wish("b@example.com", Map.of("city", large)))).isTrue();
        assertThat(file.bytes().length).isLessThanOrEqualTo(ImportFile.MOST_BYTES);
    }

    /** Twice two bytes are more than twice one character. */
    @Test
    void roomIsCountedInBytes() {
        String half = "é".repeat(ImportFile.MOST_BYTES / 4);
        assertThat(file.add("a", wish("a@example.com", Map.of("city", half)))).isTrue();
        assertThat(file.add("b", wish("b@example.com", Map.of("city", half)))).isFalse();
    }

    @Test
    void whomTheFileHasNoRoomForGoesInTheNext() {
        ImportBench imports = ImportBench.ready(1);
        String padding = "x".repeat(19_000);
        for (int i = 1_000; i < 1_900; i++) {
            String address = padding + i + "@example.com";
            imports.bench.wish(ImportBench.creation(1, "p" + i, address));
        }

        Call first = imports.await(CallKind.IMPORT);

        assertThat(first.file().length).isBetween(9_800_000, ImportFile.MOST_BYTES);
        imports.answer(first);
        imports.settle();
        assertThat(imports.onLists).hasSize(900);
        assertThat(imports.released(CallKind.IMPORT)).hasSize(2);
    }

    private static Wish wish(String email, Map<String, String> values) {
        return Bench.leadWish(Wish.Kind.UPSERT, "p", Lane.ADDITIONS, email, values);
    }

    private static String text(ImportFile file) {
        return new String(file.bytes(), UTF_8);
    }

    private static List<NamedCsvRecord> rows(ImportFile file) {
        return CsvReader.builder().ofNamedCsvRecord(text(file)).stream().toList();
    }
}
