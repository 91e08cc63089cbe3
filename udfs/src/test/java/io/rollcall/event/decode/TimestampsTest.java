package io.rollcall.event.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    private static final long LAST_SECOND = 253_402_300_799L;

    @ParameterizedTest
    @CsvSource({
        "2022-01-11T21:24:39Z, 2022-01-11T21:24:39Z",
        "2019-04-15T02:41:50+0000, 2019-04-15T02:41:50Z",
        "2019-04-15T02:41:50.000+0000, 2019-04-15T02:41:50Z",
        "2018-04-26T15:52:25+00:00, 2018-04-26T15:52:25Z",
        "2022-01-11T21:24:39.1Z, 2022-01-11T21:24:39.100Z",
        "2022-01-11T21:24:39.123456789-0530, 2022-01-12T02:54:39.123Z",
        "2022-01-11T21:24:39.9999+18:00, 2022-01-11T03:24:39.999Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "2000-02-29T23:59:59Z, 2000-02-29T23:59:59Z",
        "1970-01-02T00:00:00Z, 1970-01-02T00:00:00Z",
        "1970-01-01T20:00:00-0400, 1970-01-02T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
        "2022-01-11t21:24:39z, 2022-01-11T21:24:39Z",
        "2022-01-11T21:24:39.Z, 2022-01-11T21:24:39Z",
        "2022-01-11T21:24Z, 2022-01-11T21:24:00Z",
        "2022-01-11T21:24:39+01, 2022-01-11T20:24:39Z"
    })
    void everyIsoSpellingWithAnOffsetIsRead(String text, String instant) throws RefusedException {
        assertThat(Instant.ofEpochMilli(Timestamps.parse(text))).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "gold",
                "1641936279000",
                "2022-01-11",
                "2022-01-11T21:24:39",
                "2022-01-11 21:24:39Z",
                "2022-01-11T21:24:39Z ",
                " 2022-01-11T21:24:39Z",
                "2022-01-11T21:24:39ZZ",
                "2022-01-11T21:24:39.1234567890Z",
                "2022-01-11T21:24:39,5Z",
                "2022-01-11T24:00:00Z",
                "2022-01-11T23:60:00Z",
                "2022-01-11T23:59:60Z",
                "2022-13-01T00:00:00Z",
                "2022-00-01T00:00:00Z",
                "2022-01-00T00:00:00Z",
                "2022-04-31T00:00:00Z",
                "2023-02-29T00:00:00Z",
                "2100-02-29T00:00:00Z",
                "2022-01-11T21:24:39+18:01",
                "2022-01-11T21:24:39+19:00",
                "2022-01-11T21:24:39+00:60",
                "2022-01-11T21:24:39+0000Z",
                "2022-01-11T21:24:39 UTC",
                "2022-01-11T21:24:39[Europe/Berlin]",
                "٢٠٢٢-01-11T21:24:39Z",
                "+999999999-12-31T23:59:59Z",
                "1970-01-01T00:00:00Z",
                "1970-01-01T23:59:59.999Z",
                "1969-12-31T23:59:59Z",
                "0000-00-00T00:00:00Z",
                "0001-01-01T00:00:00Z"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertRefused(text);
    }

    @Property(tries = 5_000, seed = "17")
    void theReaderAgreesWithJavaTime(
            @ForAll @LongRange(min = 172_800, max = LAST_SECOND - 172_800) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes,
            @ForAll @IntRange(max = 9) int digits,
            @ForAll boolean colon)
            throws RefusedException {
        OffsetDateTime time =
                Instant.ofEpochSecond(second, nanos)
                        .atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
        String text = written(time, digits, colon);
        String standard = written(time, digits, true);
        assertThat(Timestamps.parse(text))
                .isEqualTo(OffsetDateTime.parse(standard).toInstant().toEpochMilli());
    }

    @Property(tries = 5_000, seed = "17")
    void aDayThatJavaTimeRefusesIsRefused(
            @ForAll @IntRange(min = 1971, max = 2420) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day)
            throws RefusedException {
        String local = String.format(Locale.ROOT, "%04d-%02d-%02dT00:00:00", year, month, day);
        Long expected = millisOrNull(local);
        if (expected == null) {
            assertRefused(local + "Z");
        } else {
            assertThat(Timestamps.parse(local + "Z")).isEqualTo(expected);
        }
    }

    @Property(tries = 5_000, seed = "17")
    void anyOtherTextIsATimeOrRefused(
            @ForAll @Chars({'0', '1', '2', '-', ':', '.', 'T', 'Z', '+'}) @StringLength(max = 30)
                    String text) {
        try {
            assertThat(Timestamps.parse(text)).isGreaterThanOrEqualTo(Timestamps.EARLIEST);
        } catch (RefusedException e) {
            assertThat(e.refusal()).isEqualTo(Refusal.BAD_TIME);
        }
    }

    @Property(tries = 5_000, seed = "17")
    void inAMessageItIsReadAsByItself(
            @ForAll
                    @Chars({'0', '2', '-', ':', '.', 'T', 'Z', '+', '"', '\\', 'ü'})
                    @StringLength(max = 5)
                    String behind,
            @ForAll @IntRange(max = 37) int length)
            throws IOException {
        String usual = "2022-01-11T21:24:39.123456789+00:00";
        String text = usual.substring(0, Math.min(length, usual.length())) + behind;
        byte[] message = new ObjectMapper().writeValueAsBytes(List.of(text, "next"));
        try (SteppingParser parser = JsonInput.open(message)) {
            parser.nextToken();
            parser.nextToken();
            assertThat(outcome(() -> Scalars.time(parser)))
                    .isEqualTo(outcome(() -> Timestamps.parse(text)));
            assertThat(parser.nextTextValue()).isEqualTo("next");
        }
    }

    private interface Reading {
        long millis() throws IOException;
    }

    private static Object outcome(Reading reading) throws IOException {
        try {
            return reading.millis();
        } catch (RefusedException e) {
            return e.refusal();
        }
    }

    private static String written(OffsetDateTime time, int digits, boolean colon) {
        String fraction = digits == 0 ? "" : "." + "S".repeat(digits);
        String pattern = "yyyy-MM-dd'T'HH:mm:ss" + fraction + (colon ? "XXX" : "XX");
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    private static Long millisOrNull(String local) {
        try {
            return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text))
                .isInstanceOf(RefusedException.class)
                .hasMessage("bad-time");
    }
}
