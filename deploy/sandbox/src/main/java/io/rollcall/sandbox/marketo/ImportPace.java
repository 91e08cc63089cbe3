package io.rollcall.sandbox.marketo;

/** How fast one import goes, and how long it waits between its turn and its first row. */
public record ImportPace(int rowsPerSecond, long startDelayMillis) {
    public static final ImportPace DEFAULT = new ImportPace(5_000, 2_000);

    /** For tests that have no time. */
    public static final ImportPace AT_ONCE = new ImportPace(1_000_000, 0);

    public ImportPace {
        if (rowsPerSecond < 1 || startDelayMillis < 0) {
            throw new IllegalArgumentException(
                    "imports need rowsPerSecond of 1 or more and startDelayMillis of 0 or more");
        }
    }

    long nanosPerRow() {
        return 1_000_000_000L / rowsPerSecond;
    }
}
