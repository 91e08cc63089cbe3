package io.rollcall.sandbox.marketo;

/**
 * How the Data Ingestion API goes about what it has accepted, and how much it accepts. Everything
 * is carried out after {@code delayMillis}, and once more {@code againMillis} after it was
 * accepted, as it is when Marketo was too slow to tell the service; 0 for never.
 */
public record IngestionPace(
        long delayMillis, long againMillis, int requestsPerSecond, int objectsPerDay) {

    /** Limits, and the wait before the first of the later tries, as documented. */
    public static final IngestionPace DEFAULT =
            new IngestionPace(2_000, 300_000, 5_000, 10_000_000);

    public IngestionPace {
        if (delayMillis < 0 || againMillis < 0 || requestsPerSecond < 1 || objectsPerDay < 0) {
            throw new IllegalArgumentException(
                    "ingestion needs times and objectsPerDay of 0 or more, requestsPerSecond of 1"
                            + " or more");
        }
    }

    public IngestionPace after(long millis) {
        return new IngestionPace(millis, againMillis, requestsPerSecond, objectsPerDay);
    }

    public IngestionPace againAfter(long millis) {
        return new IngestionPace(delayMillis, millis, requestsPerSecond, objectsPerDay);
    }

    public IngestionPace atMost(int requests, int objects) {
        return new IngestionPace(delayMillis, againMillis, requests, objects);
    }
}
