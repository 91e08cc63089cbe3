package io.rollcall.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Puts an answer on the wire, as whole as it is meant to arrive. */
final class Wire {
    private static final int CRUMBS = 10;

    private Wire() {}

    static void send(HttpExchange exchange, Answer answer)
            throws IOException, InterruptedException {
        if (answer.ending() == Answer.Ending.DROPPED) {
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        if (answer.retryAfterSeconds() > 0) {
            exchange.getResponseHeaders().set("Retry-After", answer.retryAfterSeconds() + "");
        }
        if (answer.range() != null) {
            exchange.getResponseHeaders().set("Content-Range", answer.range());
        }
        exchange.sendResponseHeaders(answer.status(), length(answer));
        if (answer.ending() == Answer.Ending.CUT) {
            half(exchange, answer.body());
        } else {
            trickle(exchange, answer);
        }
    }

    /** The JDK's server takes 0 for "unknown" and -1 for "empty". */
    private static long length(Answer answer) {
        return answer.body().length == 0 ? -1 : answer.body().length;
    }

    private static void half(HttpExchange exchange, byte[] body) throws IOException {
        // Not closed here: closing a stream that owes bytes throws; the exchange's end cuts it.
        OutputStream out = exchange.getResponseBody();
        out.write(Arrays.copyOf(body, body.length / 2));
        out.flush();
    }

    private static void trickle(HttpExchange exchange, Answer answer)
            throws IOException, InterruptedException {
        byte[] body = answer.body();
        int crumb = answer.overMillis() == 0 ? body.length : Math.max(1, body.length / CRUMBS);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int at = 0; at < body.length; at += crumb) {
                Thread.sleep(answer.overMillis() / CRUMBS);
                out.write(body, at, Math.min(crumb, body.length - at));
                out.flush();
            }
        }
    }
}
