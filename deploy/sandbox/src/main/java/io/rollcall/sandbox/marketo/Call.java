package io.rollcall.sandbox.marketo;

/**
 * One call as it went, for the log.
 *
 * @param needless members whom a list change found on the list, or off it, already
 */
public record Call(
        long number,
        long arrivedAt,
        CallKind kind,
        String method,
        String path,
        Long listId,
        int records,
        int needless,
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
