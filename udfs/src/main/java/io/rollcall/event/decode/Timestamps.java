package io.rollcall.event.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * ISO times with an offset, to epoch ms. The usual fixed-width forms are read digit by digit,
 * whatever else java.time takes for ISO goes through it. A time without an offset is refused: which
 * zone would be a guess. Digits beyond the millisecond are cut off.
 */
final class Timestamps {

    /** Up to a day after the epoch is what broken clocks and empty fields say. */
    static final long EARLIEST = 86_400_000L;

    private static final int LONGEST = 64;

    private static final DateTimeFormatter ANY_ISO =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .parseLenient()
                    .appendOffset("+HH:MM", "Z")
                    .toFormatter(Locale.ROOT)
                    .withChronology(IsoChronology.INSTANCE)
                    .withResolverStyle(ResolverStyle.STRICT);

    private Timestamps() {}

    static long parse(String text) throws RefusedException {
        byte[] bytes = text.getBytes(UTF_8);
        long millis = FixedWidthTime.millis(bytes, 0, bytes.length);
        return plausible(millis == FixedWidthTime.UNREAD ? anyIso(text) : millis);
    }

    static long plausible(long millis) throws RefusedException {
        if (millis < EARLIEST) {
            throw Refusal.BAD_TIME.because();
        }
        return millis;
    }

    private static long anyIso(String text) throws RefusedException {
        if (text.length() > LONGEST) {
            throw Refusal.BAD_TIME.because();
        }
        try {
            return ANY_ISO.parse(text, Instant::from).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.BAD_TIME.because();
        }
    }
}
