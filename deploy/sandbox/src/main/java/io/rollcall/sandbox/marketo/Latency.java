package io.rollcall.sandbox.marketo;

/** Median times of calls by kind, in milliseconds, and how widely they spread. */
public record Latency(
        long lookupMillis, long upsertMillis, long listMillis, long otherMillis, double jitter) {
    /** As recorded from a live instance. */
    public static final Latency OBSERVED = new Latency(400, 1200, 500, 450, 0.3);

    public static final Latency NONE = new Latency(0, 0, 0, 0, 0);

    public static Latency of(long millis) {
        return new Latency(millis, millis, millis, millis, 0);
    }

    public long median(CallKind kind) {
        return switch (kind) {
            case TOKEN -> 0;
            case LOOKUP -> lookupMillis;
            case UPSERT -> upsertMillis;
            case LIST_ADD, LIST_REMOVE, LIST_READ -> listMillis;
            case USAGE, ASSET, ASSET_CHANGE, OTHER -> otherMillis;
        };
    }
}
