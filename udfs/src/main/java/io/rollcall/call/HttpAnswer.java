package io.rollcall.call;

/**
 * How an exchange ended: with a status and a body, or with a word of the error table and, for the
 * log, the kind of exception. {@code retryAfter} is that header in seconds, 0 without one.
 */
public record HttpAnswer(int status, byte[] body, long retryAfter, String failure, String cause) {

    public static HttpAnswer of(int status, byte[] body) {
        return of(status, body, 0);
    }

    public static HttpAnswer of(int status, byte[] body, long retryAfter) {
        return new HttpAnswer(status, body, retryAfter, null, null);
    }

    /** Only the exception's class is kept: its message may hold what was sent. */
    public static HttpAnswer failed(String word, Throwable cause) {
        return new HttpAnswer(0, new byte[0], 0, word, cause.getClass().getSimpleName());
    }

    @Override
    public String toString() {
        return failure == null ? "HTTP " + status : failure + " (" + cause + ")";
    }
}
