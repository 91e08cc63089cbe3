package io.rollcall.event.decode;

import java.time.chrono.IsoChronology;

/**
 * {@code 2022-01-11T21:24:39Z}, with a fraction of 1 to 9 digits if need be, and {@code Z}, {@code
 * +0000} or {@code +00:00} at its end, read without making objects: every membership has one.
 */
final class FixedWidthTime {

    static final long UNREAD = Long.MIN_VALUE;

    private static final String PATTERN = "____-__-__T__:__:__";

    private FixedWidthTime() {}

    /** From {@code from} up to {@code end}; {@link #UNREAD} for anything but this very form. */
    static long millis(char[] text, int from, int end) {
        int fraction = from + PATTERN.length();
        if (fraction >= end || !looksRight(text, from)) {
            return UNREAD;
        }
        int zone = text[fraction] == '.' ? digitsEnd(text, fraction + 1, end) : fraction;
        long offset = offset(text, zone, end);
        if (offset == UNREAD || zone == fraction + 1 || zone > fraction + 10) {
            return UNREAD;
        }
        return seconds(text, from) * 1_000 + fractionMillis(text, fraction + 1, zone) - offset;
    }

    private static boolean looksRight(char[] text, int from) {
        for (int i = 0; i < PATTERN.length(); i++) {
            char expected = PATTERN.charAt(i);
            char c = text[from + i];
            if (expected == '_' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return isDate(text, from) && isClock(text, from);
    }

    private static boolean isDate(char[] text, int from) {
        int year = two(text, from) * 100 + two(text, from + 2);
        int month = two(text, from + 5);
        int day = two(text, from + 8);
        return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
    }

    private static boolean isClock(char[] text, int from) {
        return two(text, from + 11) < 24 && two(text, from + 14) < 60 && two(text, from + 17) < 60;
    }

    private static int days(int year, int month) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> IsoChronology.INSTANCE.isLeapYear(year) ? 29 : 28;
            default -> 31;
        };
    }

    private static long seconds(char[] text, int from) {
        long hours = epochDay(text, from) * 24 + two(text, from + 11);
        return (hours * 60 + two(text, from + 14)) * 60 + two(text, from + 17);
    }

    /** Years that start in March put the leap day last, so that months need no table. */
    private static long epochDay(char[] text, int from) {
        int month = two(text, from + 5);
        int year = two(text, from) * 100 + two(text, from + 2) - (month <= 2 ? 1 : 0);
        int dayOfYear =
                (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + two(text, from + 8) - 1;
        return 365L * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468;
    }

    private static int digitsEnd(char[] text, int from, int end) {
        int at = from;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }

    private static int fractionMillis(char[] text, int from, int end) {
        int millis = 0;
        for (int i = 0, worth = 100; i < 3 && from + i < end; i++, worth /= 10) {
            millis += (text[from + i] - '0') * worth;
        }
        return millis;
    }

    /** {@code Z}, {@code +0000} or {@code +00:00}, in ms; at most 18 hours, as java.time has it. */
    private static long offset(char[] text, int at, int end) {
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

    private static int offsetMinutes(char[] text, int at, int minuteAt) {
        boolean digits = digitsEnd(text, at + 1, at + 3) == at + 3;
        if (!digits || digitsEnd(text, minuteAt, minuteAt + 2) != minuteAt + 2) {
            return -1;
        }
        int minutes = two(text, at + 1) * 60 + two(text, minuteAt);
        return two(text, minuteAt) > 59 || minutes > 18 * 60 ? -1 : minutes;
    }

    private static int two(char[] text, int at) {
        return (text[at] - '0') * 10 + text[at + 1] - '0';
    }
}
