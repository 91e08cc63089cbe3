package io.rollcall.call;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Answers what it is told to, literally, and remembers what it was asked. */
final class FakeMarketo implements AutoCloseable {

    static final String TOKEN =
            """
            {"access_token":"tok-1:lon","token_type":"bearer","expires_in":3599,"scope":"api@acme.example"}""";

    /** A request as it came over the wire. */
    record Seen(
            String method, String path, String query, Map<String, String> headers, String body) {

        /** The values of a parameter of the query or the form, decoded as Marketo's server does. */
        List<String> param(String name) {
            List<String> values = new ArrayList<>();
            String form =
                    "application/x-www-form-urlencoded".equals(headers.get("Content-type"))
                            ? body
                            : "";
            for (String pair : ((query == null ? "" : query) + "&" + form).split("&")) {
                String[] nameAndValue = pair.split("=", 2);
                if (nameAndValue[0].equals(name)) {
                    values.add(URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
                }
            }
            return values;
        }
    }

    private record Scripted(int status, String body, Map<String, String> headers) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Scripted> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<Scripted> tokens = new LinkedBlockingQueue<>();
    final List<Seen> calls = new CopyOnWriteArrayList<>();
    final List<Seen> tokenCalls = new CopyOnWriteArrayList<>();

    FakeMarketo() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FakeMarketo answers(String body) {
        return answers(200, body);
    }

    FakeMarketo answers(int status, String body) {
        answers.add(new Scripted(status, body, Map.of()));
        return this;
    }

    FakeMarketo redirects(String location) {
        return redirects(302, location);
    }

    FakeMarketo redirects(int status, String location) {
        answers.add(new Scripted(status, "", Map.of("Location", location)));
        return this;
    }

    FakeMarketo givesToken(int status, String body) {
        tokens.add(new Scripted(status, body, Map.of()));
        return this;
    }

    Seen onlyCall() {
        if (calls.size() != 1) {
            throw new AssertionError("not one call but " + calls);
        }
        return calls.get(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Seen seen = seen(exchange);
        boolean identity = seen.path().equals("/identity/oauth/token");
        (identity ? tokenCalls : calls).add(seen);
        Scripted scripted = (identity ? tokens : answers).poll();
        if (scripted == null) {
            scripted = new Scripted(identity ? 200 : 500, identity ? TOKEN : "", Map.of());
        }
        byte[] body = scripted.body().getBytes(StandardCharsets.UTF_8);
        scripted.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(scripted.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Seen seen(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
