package io.rollcall.event.decode;

import java.time.chrono.IsoChronology;

/**
 * {@code 2022-01-11T21:24:39Z}, with a fraction of 1 to 9 digits if need be, and {@code Z}, {@code
 * +0000} or {@code +00:00} at its end, read without making objects: every membership has one.
 */
final class FixedWidthTime {

    static final long UNREAD = Long.MIN_VALUE;

    /** {@code 2022-01-11T21:24:39} */
    private static final int LENGTH = 19;

    /** With nine digits behind the dot, and {@code +00:00}. */
    private static final int LONGEST = LENGTH + 10 + 6;

    /** Smaller than any number that may stand somewhere, also with others added. */
    private static final int NO_NUMBER = -1_000_000;

    private FixedWidthTime() {}

    /**
     * Where the quote stands behind a time that begins at {@code from}; {@code from} if there is
     * none that near, and no time either.
     */
    static int end(byte[] text, int from, int limit) {
        int last = Math.min(limit - 1, from + LONGEST);
        for (int at = from + LENGTH + 1; at <= last; at++) {
            if (text[at] == '"') {
                return at;
            }
        }
        return from;
    }

    /** From {@code from} up to {@code end}; {@link #UNREAD} for anything but this very form. */
    static long millis(byte[] text, int from, int end) {
        int fraction = from + LENGTH;
        if (fraction >= end || !isDivided(text, from)) {
            return UNREAD;
        }
        long day = epochDay(text, from);
        long second = secondOfDay(text, from + 11);
        int zone = text[fraction] == '.' ? digitsEnd(text, fraction + 1, end) : fraction;
        long offset = offset(text, zone, end);
        boolean unread = day == UNREAD || second == UNREAD || offset == UNREAD;
        if (unread || zone == fraction + 1 || zone > fraction + 10) {
            return UNREAD;
        }
        return (day * 86_400 + second) * 1_000 + fractionMillis(text, fraction + 1, zone) - offset;
    }

    private static boolean isDivided(byte[] text, int from) {
        return text[from + 4] == '-'
                && text[from + 7] == '-'
                && text[from + 10] == 'T'
                && text[from + 13] == ':'
                && text[from + 16] == ':';
    }

    private static long epochDay(byte[] text, int from) {
        int year = two(text, from) * 100 + two(text, from + 2);
        int month = two(text, from + 5);
        int day = two(text, from + 8);
        boolean isDate =
                year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
        return isDate ? epochDay(year, month, day) : UNREAD;
    }

    private static int days(int year, int month) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> IsoChronology.INSTANCE.isLeapYear(year) ? 29 : 28;
            default -> 31;
        };
    }

    /** Years that start in March put the leap day last, so that months need no table. */
    private static long epochDay(int year, int month, int day) {
        int from = year - (month <= 2 ? 1 : 0);
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return 365L * from + from / 4 - from / 100 + from / 400 + dayOfYear - 719_468;
    }

    private static long secondOfDay(byte[] text, int from) {
        int hour = two(text, from);
        int minute = two(text, from + 3);
        int second = two(text, from + 6);
        boolean isClock = (hour | minute | second) >= 0 && hour < 24 && minute < 60 && second < 60;
        return isClock ? (hour * 60L + minute) * 60 + second : UNREAD;
    }

    private static int digitsEnd(byte[] text, int from, int end) {
        int at = from;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }

    private static int fractionMillis(byte[] text, int from, int end) {
        int millis = 0;
        for (int i = 0, worth = 100; i < 3 && from + i < end; i++, worth /= 10) {
            millis += (text[from + i] - '0') * worth;
        }
        return millis;
    }

    /** {@code Z}, {@code +0000} or {@code +00:00}, in ms; at most 18 hours, as java.time has it. */
    private static long offset(byte[] text, int at, int end) {
        int length = end - at;
        if (length == 1 && text[at] == 'Z') {
            return 0;
        }
        boolean signed = (length == 5 || length == 6) && (text[at] == '+' || text[at] == '-');
        if (!signed || length == 6 && text[at + 3] != ':') {
            return UNREAD;
        }
        int minutes = offsetMinutes(text, at, end - 2);
        return minutes < 0 ? UNREAD : (text[at] == '-' ? -minutes : minutes) * 60_000L;
    }

    private static int offsetMinutes(byte[] text, int at, int minuteAt) {
        boolean digits = digitsEnd(text, at + 1, at + 3) == at + 3;
        if (!digits || digitsEnd(text, minuteAt, minuteAt + 2) != minuteAt + 2) {
            return -1;
        }
        int minutes = two(text, at + 1) * 60 + two(text, minuteAt);
        return two(text, minuteAt) > 59 || minutes > 18 * 60 ? -1 : minutes;
    }

    private static int two(byte[] text, int at) {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
        return digits ? tens * 10 + ones : NO_NUMBER;
    }
}
