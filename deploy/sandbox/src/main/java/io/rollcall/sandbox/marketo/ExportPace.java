package io.rollcall.sandbox.marketo;

/**
 * What the exports of a subscription are like: how fast one goes, how long it waits between its
 * turn and its first row, how often its status is brought up to date, how much may be exported a
 * day, and whether the subscription has filters by static list at all.
 */
public record ExportPace(
        int rowsPerSecond,
        long startDelayMillis,
        long statusEveryMillis,
        long bytesPerDay,
        boolean staticLists) {

    /** Documented: a status is a minute old at most, and 500 MB may be exported a day. */
    public static final ExportPace DEFAULT =
            new ExportPace(20_000, 2_000, 60_000, 500_000_000, true);

    /** For tests that have no time. */
    public static final ExportPace AT_ONCE = new ExportPace(10_000_000, 0, 0, 500_000_000, true);

    public ExportPace {
        if (rowsPerSecond < 1 || startDelayMillis < 0 || statusEveryMillis < 0 || bytesPerDay < 0) {
            throw new IllegalArgumentException(
                    "exports need rowsPerSecond of 1 or more and nothing below 0");
        }
    }

    public ExportPace withBytesPerDay(long bytes) {
        return new ExportPace(
                rowsPerSecond, startDelayMillis, statusEveryMillis, bytes, staticLists);
    }

    public ExportPace withoutStaticLists() {
        return new ExportPace(
                rowsPerSecond, startDelayMillis, statusEveryMillis, bytesPerDay, false);
    }

    public ExportPace startingAfter(long millis) {
        return new ExportPace(rowsPerSecond, millis, statusEveryMillis, bytesPerDay, staticLists);
    }

    public ExportPace tellingEvery(long millis) {
        return new ExportPace(rowsPerSecond, startDelayMillis, millis, bytesPerDay, staticLists);
    }

    long millisFor(int rows) {
        return rows * 1_000L / rowsPerSecond;
    }
}
