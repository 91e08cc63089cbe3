package io.rollcall.sandbox.marketo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** What a field takes: the value to store, or a refusal with code 1003. */
public final class FieldValue {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,]+@[^@\\s,]+");

    private FieldValue() {}

    /** Null clears. */
    public static Object of(Field field, JsonNode node) throws Refusal {
        if (node.isNull()) {
            return null;
        }
        if (node.isContainerNode()) {
            throw Refusal.invalid(field.name(), node);
        }
        return of(field, node.asText());
    }

    public static Object of(Field field, String text) throws Refusal {
        Object value = typed(field, text);
        if (value == null) {
            throw Refusal.invalid(field.name(), text);
        }
        return value;
    }

    private static Object typed(Field field, String text) {
        return switch (field.dataType()) {
            case "email" -> isEmail(text) ? text : null;
            case "integer", "score" -> integer(text);
            case "float", "currency", "percent" -> decimal(text);
            case "boolean" -> bool(text);
            case "date" -> date(text);
            case "datetime" -> datetime(text);
            default -> text.length() <= field.length() ? text : null;
        };
    }

    private static boolean isEmail(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text)
                && text.length() <= 255
                && EMAIL.matcher(text).matches();
    }

    private static Object integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    private static Object decimal(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    private static Object bool(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
    }

    private static Object date(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }

    private static Object datetime(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS) + "";
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }
}
