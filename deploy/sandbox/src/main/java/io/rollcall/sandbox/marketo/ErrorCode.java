package io.rollcall.sandbox.marketo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One row of Marketo's documented table of error codes. */
public record ErrorCode(String code, boolean free, String shortName) {
    private static final Map<String, ErrorCode> TABLE = read();

    /** Also for codes that nobody documented: those count like any other. */
    public static ErrorCode of(String code) {
        return TABLE.getOrDefault(code, new ErrorCode(code, false, "Error " + code));
    }

    /** Calls that end with such a code count neither for the day nor for the window. */
    public static boolean isFree(String code) {
        return of(code).free;
    }

    private static Map<String, ErrorCode> read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                ErrorCode.class.getResourceAsStream(
                                        "/io/rollcall/sandbox/error-codes.csv"),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(ErrorCode::parse)
                    .collect(Collectors.toMap(ErrorCode::code, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ErrorCode parse(String line) {
        String[] cells = line.split(",", 4);
        // The names hold placeholders for values that only real refusals know.
        String name = cells[3].replace("\"", "").replaceAll("\\s*[‘`]%s['`];?|%s\\s*", "").trim();
        return new ErrorCode(cells[0], cells[2].equals("yes"), name);
    }
}
