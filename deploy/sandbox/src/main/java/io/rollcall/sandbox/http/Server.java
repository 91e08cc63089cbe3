package io.rollcall.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The JDK's HTTP server on loopback. A handler runs to its end whether or not the client is still
 * there, which is what Marketo does too.
 */
public final class Server implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HttpServer server;
    private final ExecutorService threads;

    private Server(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    public static Server start(int port, Handler handler) throws IOException {
        // Without it Nagle's algorithm and delayed acknowledgements add 40 ms to every answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
        ExecutorService threads = Executors.newCachedThreadPool(Server::daemon);
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, handler));
        server.start();
        return new Server(server, threads);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    private static void serve(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Wire.send(exchange, answer(Request.read(exchange), handler));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer answer(Request request, Handler handler) throws InterruptedException {
        try {
            return handler.handle(request);
        } catch (RuntimeException bug) {
            return Answer.html(500, "Internal Server Error: " + bug);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
