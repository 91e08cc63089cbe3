package io.rollcall.call;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A request, encoded and ready. A {@code file} stands in place of a {@code body} and is sent as the
 * one part of a multipart form. {@code notAfter} (epoch ms) is the last moment at which it may be
 * written to the connection. An answer beyond {@code mostBytes} is not read.
 */
public record HttpAsk(
        String method,
        String uri,
        Map<String, String> headers,
        byte[] body,
        byte[] file,
        Duration timeout,
        long notAfter,
        int mostBytes) {

    /** For an answer: 300 leads with many fields stay far below it. */
    static final int MOST_BYTES = 8 << 20;

    public HttpAsk(
            String method,
            String uri,
            Map<String, String> headers,
            byte[] body,
            Duration timeout,
            long notAfter) {
        this(method, uri, headers, body, null, timeout, notAfter, MOST_BYTES);
    }

    /** Without query, headers and body: they hold identities and tokens. */
    @Override
    public String toString() {
        return method + " " + URI.create(uri).getPath();
    }
}
