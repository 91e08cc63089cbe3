package io.rollcall.receiver;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server. It keeps nothing between requests, so any number of them may run side by side.
 */
final class Receiver implements AutoCloseable {

    private static final int IDLE_MS = 30_000;
    private static final int FAREWELL_MS = 5_000;

    /**
     * Bytes a second below which a sender is cut off: a body's room is taken before its signature
     * can be checked, so whoever dawdles would keep others out.
     */
    private static final long SLOWEST = 4_000;

    private static final int MOST_CONNECTIONS = 1_000;

    /** Where it listens, and its certificate; null for plain HTTP. Port 0 is any. */
    record Address(String host, int port, Certificate certificate) {}

    /** A PKCS#12 file with certificate and key; read anew when it changes. */
    record Certificate(String keyStore, String password) {}

    /** The largest body, and how much of them may wait for Kafka, in bytes. */
    record Limits(int largest, long waiting) {}

    private final Server server;
    private final ServerConnector connector;

    private Receiver(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    static Receiver start(Address address, List<Door> doors, Outlet outlet, Limits limits)
            throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setName("receiver");
        Server server = new Server(threads);
        ServerConnector connector = connector(server, address.certificate());
        connector.setHost(address.host());
        connector.setPort(address.port());
        connector.setIdleTimeout(IDLE_MS);
        server.addConnector(connector);
        Backlog backlog = new Backlog(limits.waiting());
        Tally tally = new Tally();
        Map<String, Handler> byPath =
                doors.stream()
                        .collect(
                                Collectors.toMap(
                                        Door::path,
                                        door ->
                                                new DoorHandler(
                                                        door,
                                                        outlet,
                                                        backlog,
                                                        tally,
                                                        limits.largest())));
        byPath.put(HealthHandler.PATH, new HealthHandler(outlet, backlog, tally));
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        server.setHandler(
                new GracefulHandler(
                        new MinimumDataRateHandler(new Doors(byPath, tally), SLOWEST, 0)));
        server.setStopTimeout(FAREWELL_MS);
        server.start();
        return new Receiver(server, connector);
    }

    /** By exact path; what has none is not found. */
    private static final class Doors extends Handler.Sequence {
        private final Function<String, Handler> byPath;
        private final Tally tally;

        Doors(Map<String, Handler> byPath, Tally tally) {
            super(List.copyOf(byPath.values()));
            this.byPath = byPath::get;
            this.tally = tally;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            Handler handler = byPath.apply(Request.getPathInContext(request));
            if (handler != null) {
                return handler.handle(request, response, callback);
            }
            tally.count(HttpStatus.NOT_FOUND_404);
            response.setStatus(HttpStatus.NOT_FOUND_404);
            callback.succeeded();
            return true;
        }
    }

    private static ServerConnector connector(Server server, Certificate certificate) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        if (certificate == null) {
            return new ServerConnector(server, new HttpConnectionFactory(http));
        }
        // Whoever calls by an address that is not in the certificate would get 400 otherwise.
        http.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(certificate.keyStore());
        tls.setKeyStoreType("PKCS12");
        tls.setKeyStorePassword(certificate.password());
        server.addBean(new KeyStoreScanner(tls));
        return new ServerConnector(
                server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
    }

    int port() {
        return connector.getLocalPort();
    }

    void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
