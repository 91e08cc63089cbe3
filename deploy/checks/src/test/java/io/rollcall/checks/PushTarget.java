package io.rollcall.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hears a cluster's metrics as Prometheus would scrape them. Flink's scraping reporter listens on
 * all interfaces; the pushing one makes the same text and needs no port.
 */
final class PushTarget implements AutoCloseable {

    private final HttpServer server;
    private volatile String newest = "";

    private PushTarget(HttpServer server) {
        this.server = server;
    }

    static PushTarget start() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        PushTarget target = new PushTarget(server);
        server.createContext(
                "/",
                exchange -> {
                    target.newest = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    exchange.sendResponseHeaders(202, -1);
                    exchange.close();
                });
        server.start();
        return target;
    }

    /** What Flink has to be told; the same factory options as the scraping reporter's. */
    Map<String, String> settings() {
        String reporter = "metrics.reporter.push.";
        return Map.of(
                reporter + "factory.class",
                "org.apache.flink.metrics.prometheus.PrometheusPushGatewayReporterFactory",
                reporter + "hostUrl",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                reporter + "jobName",
                "rollcall",
                reporter + "deleteOnShutdown",
                "false",
                reporter + "filterLabelValueCharacters",
                "false",
                reporter + "interval",
                "1 SECONDS");
    }

    String newest() {
        return newest;
    }

    /** Of all series. */
    Set<String> names() {
        return newest.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
