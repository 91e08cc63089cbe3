package io.rollcall.sandbox.marketo;

/** Median times of calls by kind, in milliseconds, and how widely they spread. */
public record Latency(
        long lookupMillis,
        long upsertMillis,
        long listMillis,
        long otherMillis,
        long importMillis,
        long importStatusMillis,
        long importRowsMillis,
        double jitter) {
    /** As recorded from a live instance; of imports nothing was, so theirs are estimates. */
    public static final Latency OBSERVED = new Latency(400, 1200, 500, 450, 1500, 400, 500, 0.3);

    public static final Latency NONE = of(0);

    public static Latency of(long millis) {
        return new Latency(millis, millis, millis, millis, millis, millis, millis, 0);
    }

    public long median(CallKind kind) {
        return switch (kind) {
            case TOKEN -> 0;
            case LOOKUP -> lookupMillis;
            case UPSERT -> upsertMillis;
            case LIST_ADD, LIST_REMOVE, LIST_READ, INGEST -> listMillis;
            case IMPORT -> importMillis;
            case IMPORT_STATUS, EXPORT, EXPORT_STATUS -> importStatusMillis;
            case IMPORT_ROWS, EXPORT_FILE -> importRowsMillis;
            case USAGE, ASSET, ASSET_CHANGE, OTHER -> otherMillis;
        };
    }
}
