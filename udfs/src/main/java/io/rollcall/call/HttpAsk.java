package io.rollcall.call;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A request, encoded and ready. {@code notAfter} (epoch ms) is the last moment at which it may be
 * written to the connection.
 */
public record HttpAsk(
        String method,
        String uri,
        Map<String, String> headers,
        byte[] body,
        Duration timeout,
        long notAfter) {

    /** Without query, headers and body: they hold identities and tokens. */
    @Override
    public String toString() {
        return method + " " + URI.create(uri).getPath();
    }
}
