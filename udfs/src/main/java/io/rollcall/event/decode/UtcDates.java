package io.rollcall.event.decode;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Times as Audience Manager writes them: {@code Wed Jul 27 16:17:42 UTC 2016}, to epoch ms. */
final class UtcDates {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' uuuu", Locale.US)
                    .withResolverStyle(ResolverStyle.STRICT);

    private UtcDates() {}

    static long parse(String text) throws RefusedException {
        try {
            return Timestamps.plausible(
                    LocalDateTime.parse(text, FORM).toInstant(ZoneOffset.UTC).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.BAD_TIME.because();
        }
    }
}
