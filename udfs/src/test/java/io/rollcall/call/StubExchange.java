package io.rollcall.call;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Gives tokens at once and leaves calls to be answered by the test, in its own order. */
final class StubExchange implements Exchange {

    final Deque<String> tokens = new ArrayDeque<>();
    final List<CompletableFuture<HttpAnswer>> calls = new ArrayList<>();
    final List<String> bearers = new ArrayList<>();
    boolean closed;

    @Override
    public CompletableFuture<HttpAnswer> send(HttpAsk ask) {
        if (ask.uri().endsWith("/identity/oauth/token")) {
            byte[] body = tokens.remove().getBytes(StandardCharsets.UTF_8);
            return CompletableFuture.completedFuture(HttpAnswer.of(200, body));
        }
        bearers.add(ask.headers().get("Authorization"));
        calls.add(new CompletableFuture<>());
        return calls.get(calls.size() - 1);
    }

    @Override
    public void close() {
        closed = true;
    }
}
