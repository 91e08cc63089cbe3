package io.rollcall.sandbox.marketo;

/** One call as it went, for the log. */
public record Call(
        long number,
        long arrivedAt,
        CallKind kind,
        String method,
        String path,
        Long listId,
        int records,
        String verdict,
        boolean executed,
        long durationMillis,
        int concurrency,
        String client,
        String requestId) {

    /** The verdict of a call that Marketo answered with success. */
    public static final String OK = "ok";

    public boolean ok() {
        return verdict.equals(OK);
    }
}
