package io.rollcall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Marketo's day: its quota starts anew at midnight in Chicago, daylight saving and all. */
final class Day {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private Day() {}

    static long of(long now) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(now), CHICAGO).toEpochDay();
    }

    static long startOf(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(CHICAGO).toInstant().toEpochMilli();
    }

    static long endOf(long day) {
        return startOf(day + 1);
    }

    /** How much of the day has passed, from 0 to 1; a day may have 23 or 25 hours. */
    static double elapsed(long now) {
        long day = of(now);
        return (double) (now - startOf(day))
                / Duration.ofMillis(endOf(day) - startOf(day)).toMillis();
    }
}
