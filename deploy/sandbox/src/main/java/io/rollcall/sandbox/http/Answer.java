package io.rollcall.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One HTTP answer, and how its way to the client ends; 0 seconds for no Retry-After. {@code range}
 * is the Content-Range of a part, else null.
 */
public record Answer(
        int status,
        String contentType,
        byte[] body,
        Ending ending,
        long overMillis,
        int retryAfterSeconds,
        String range) {

    private Answer(
            int status,
            String contentType,
            byte[] body,
            Ending ending,
            long overMillis,
            int retryAfterSeconds) {
        this(status, contentType, body, ending, overMillis, retryAfterSeconds, null);
    }

    /** How much of an answer arrives. */
    public enum Ending {
        /** All of it. */
        WHOLE,
        /** The head and half of the body, then the connection breaks. */
        CUT,
        /** Nothing: the connection closes. */
        DROPPED
    }

    public static Answer json(int status, byte[] body) {
        return new Answer(status, "application/json;charset=UTF-8", body, Ending.WHOLE, 0, 0);
    }

    public static Answer csv(int status, byte[] body) {
        return new Answer(status, "text/csv;charset=UTF-8", body, Ending.WHOLE, 0, 0);
    }

    /** A part of a file. */
    public static Answer part(byte[] bytes, String range) {
        return new Answer(206, "text/csv;charset=UTF-8", bytes, Ending.WHOLE, 0, 0, range);
    }

    public static Answer html(int status, String title) {
        String page =
                "<html>\n<head><title>%d %s</title></head>\n<body>\n<center><h1>%d %s</h1></center>\n</body>\n</html>\n"
                        .formatted(status, title, status, title);
        return page(status, page.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer page(int status, byte[] html) {
        return new Answer(status, "text/html;charset=UTF-8", html, Ending.WHOLE, 0, 0);
    }

    public static Answer dropped() {
        return new Answer(0, "", new byte[0], Ending.DROPPED, 0, 0);
    }

    public Answer cut() {
        return new Answer(status, contentType, body, Ending.CUT, 0, 0, range);
    }

    /** Half of the body as if it were all of it. */
    public Answer halved() {
        byte[] half = Arrays.copyOf(body, body.length / 2);
        return new Answer(status, contentType, half, Ending.WHOLE, 0, 0, range);
    }

    /** The body trickles out over this time. */
    public Answer over(long millis) {
        return new Answer(status, contentType, body, Ending.WHOLE, millis, 0, range);
    }

    /** With the header that says when to come again. */
    public Answer retryAfter(int seconds) {
        return new Answer(status, contentType, body, ending, overMillis, seconds);
    }
}
