package io.rollcall.sandbox.marketo;

/** What Marketo allows. All of it can be set while the subscription runs. */
public record Limits(
        int callsPerWindow,
        int windowMillis,
        int concurrentCalls,
        int callsPerDay,
        int bodyBytes,
        int importBytes,
        int uriBytes) {
    public static final Limits DOCUMENTED =
            new Limits(100, 20_000, 10, 50_000, 1 << 20, 10_000_000, 8 << 10);

    public Limits withWindow(int calls, int millis) {
        return new Limits(
                calls, millis, concurrentCalls, callsPerDay, bodyBytes, importBytes, uriBytes);
    }

    public Limits withConcurrentCalls(int calls) {
        return new Limits(
                callsPerWindow, windowMillis, calls, callsPerDay, bodyBytes, importBytes, uriBytes);
    }

    /** The most that a body may hold: 1 MB, or 10 MB where a file is imported. */
    public int bodyBytes(CallKind kind) {
        return kind == CallKind.IMPORT ? importBytes : bodyBytes;
    }

    public Limits withCallsPerDay(int calls) {
        return new Limits(
                callsPerWindow,
                windowMillis,
                concurrentCalls,
                calls,
                bodyBytes,
                importBytes,
                uriBytes);
    }
}
