package io.rollcall.field;

import io.rollcall.activation.Instance.Mapping;
import io.rollcall.report.LeadField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * An attribute's value as a field of Marketo takes it, or why it takes none. A null value clears
 * the field. To convert what was converted changes nothing.
 */
public record FieldValue(String value, String refusal) {

    public static FieldValue of(LeadField field, Mapping.TooLong tooLong, String raw) {
        if (raw == null) {
            return new FieldValue(null, null);
        }
        return switch (field.dataType()) {
            case "boolean" -> converted(field, raw, FieldValue::yesOrNo);
            case "integer", "score", "percent" -> converted(field, raw, FieldValue::whole);
            case "float", "currency" -> converted(field, raw, FieldValue::decimal);
            case "date" -> converted(field, raw, FieldValue::day);
            case "datetime" -> converted(field, raw, FieldValue::moment);
            default -> text(field, tooLong, raw);
        };
    }

    /** Throws where the text is no such value. */
    private interface Conversion {
        String of(String text);
    }

    /** Where a number or a time should be, an empty text is none. */
    private static FieldValue converted(LeadField field, String raw, Conversion conversion) {
        if (raw.isBlank()) {
            return new FieldValue(null, null);
        }
        try {
            return new FieldValue(conversion.of(raw.trim()), null);
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException wrong) {
            return new FieldValue(
                    null,
                    field.name() + ": the value is no " + field.dataType() + "; left as it is");
        }
    }

    private static FieldValue text(LeadField field, Mapping.TooLong tooLong, String raw) {
        int most = field.length();
        if (most == 0 || raw.length() <= most) {
            return new FieldValue(raw, null);
        }
        if (tooLong == Mapping.TooLong.TRUNCATE) {
            boolean splitsAPair = Character.isHighSurrogate(raw.charAt(most - 1));
            return new FieldValue(raw.substring(0, splitsAPair ? most - 1 : most), null);
        }
        return new FieldValue(
                null,
                field.name()
                        + ": "
                        + raw.length()
                        + " characters where "
                        + most
                        + " fit; left as it is (too-long: truncate would cut it)");
    }

    private static String yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "y" -> "true";
            case "false", "0", "no", "n" -> "false";
            default -> throw new IllegalArgumentException();
        };
    }

    /** Marketo's integers have 32 bits. */
    private static String whole(String text) {
        return Integer.toString(
                new BigDecimal(text).setScale(0, RoundingMode.UNNECESSARY).intValueExact());
    }

    /** No exponent, and no sign of how many digits were written; a huge one is no number. */
    private static String decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.precision() - number.scale()) > 30 || number.scale() > 30) {
            throw new ArithmeticException();
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A moment counts as the day it is in its own zone. */
    private static String day(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).toString()
                : time(text).toLocalDate().toString();
    }

    private static String moment(String text) {
        Instant instant =
                text.length() == 10 && text.charAt(4) == '-'
                        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                        : time(text).toInstant();
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** ISO-8601 with a zone, which Adobe writes with and without a colon, or epoch milliseconds. */
    private static OffsetDateTime time(String text) {
        if (text.matches("\\d{12,14}")) {
            return Instant.ofEpochMilli(Long.parseLong(text)).atOffset(ZoneOffset.UTC);
        }
        return OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"));
    }
}
