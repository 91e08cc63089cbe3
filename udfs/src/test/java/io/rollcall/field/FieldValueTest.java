package io.rollcall.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Instance.Mapping.TooLong;
import io.rollcall.report.LeadField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldValueTest {

    private static FieldValue of(String type, String raw) {
        return FieldValue.of(field(type, 0), TooLong.REFUSE, raw);
    }

    private static LeadField field(String type, int length) {
        return new LeadField("f", type, length, true, false, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "boolean, TRUE, true",
        "boolean, y, true",
        "boolean, 0, false",
        "boolean, No, false",
        "integer, 7, 7",
        "integer, 7.0, 7",
        "integer, 7e2, 700",
        "integer, -2147483648, -2147483648",
        "score, ' 12 ', 12",
        "float, 1.50, 1.5",
        "float, 1E3, 1000",
        "currency, -0.00, 0",
        "date, 2026-11-22, 2026-11-22",
        "date, 2026-11-22T23:30:00-08:00, 2026-11-22",
        "date, 1795300000000, 2026-11-21",
        "datetime, 2026-11-22T10:00:00+02:00, 2026-11-22T08:00:00Z",
        "datetime, 2026-11-22T10:00:00.123+0200, 2026-11-22T08:00:00Z",
        "datetime, 2026-11-22, 2026-11-22T00:00:00Z",
        "string, ' as it is ', ' as it is '",
        "email, Ada@Example.com, Ada@Example.com",
        "some-later-type, x, x"
    })
    void convertsWhatAFieldTakes(String type, String raw, String value) {
        FieldValue converted = of(type, raw);

        assertThat(converted).isEqualTo(new FieldValue(value, null));
        assertThat(of(type, converted.value())).isEqualTo(converted);
    }

    @ParameterizedTest
    @CsvSource({
        "boolean, maybe",
        "integer, 7.5",
        "integer, 2147483648",
        "integer, 1e999999999",
        "integer, seven",
        "float, NaN",
        "float, 1e400",
        "currency, 12 EUR",
        "date, 22.11.2026",
        "date, 2026-02-30",
        "datetime, 2026-11-22T10:00:00",
        "datetime, yesterday"
    })
    void refusesWhatItDoesNotAndNamesNoValue(String type, String raw) {
        FieldValue refused = of(type, raw);

        assertThat(refused.value()).isNull();
        assertThat(refused.refusal()).startsWith("f: the value is no " + type).doesNotContain(raw);
    }

    @Test
    void nullClearsAndSoDoesAnEmptyTextWhereANumberShouldBe() {
        assertThat(of("string", null)).isEqualTo(new FieldValue(null, null));
        assertThat(of("integer", " ")).isEqualTo(new FieldValue(null, null));
        assertThat(of("string", "")).isEqualTo(new FieldValue("", null));
    }

    @Test
    void aTextThatIsTooLongIsRefusedOrCut() {
        String fits = "abcd";

        assertThat(FieldValue.of(field("string", 4), TooLong.REFUSE, fits).value()).isEqualTo(fits);
        assertThat(FieldValue.of(field("string", 4), TooLong.REFUSE, "abcde").refusal())
                .isEqualTo(
                        "f: 5 characters where 4 fit; left as it is (too-long: truncate would cut it)");
        assertThat(FieldValue.of(field("string", 4), TooLong.TRUNCATE, "abcde").value())
                .isEqualTo("abcd");
    }

    @Test
    void noCharacterIsCutInTwo() {
        String text = "abc" + Character.toString(0x1F600);

        assertThat(FieldValue.of(field("string", 4), TooLong.TRUNCATE, text).value())
                .isEqualTo("abc");
    }
}
