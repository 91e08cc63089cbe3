package io.rollcall.call;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.asynchttpclient.AsyncHttpClient;
import org.asynchttpclient.DefaultAsyncHttpClient;
import org.asynchttpclient.DefaultAsyncHttpClientConfig;
import org.asynchttpclient.Request;
import org.asynchttpclient.RequestBuilder;
import org.asynchttpclient.request.body.multipart.ByteArrayPart;

/**
 * Exchanges over async-http-client. Its defaults are wrong here: it would replay any request, POSTs
 * too, up to five times; HTTP/2 would go past the connection limit; and its own threads outlive
 * {@code close()}, and with it the task's class loader.
 */
@SuppressWarnings("deprecation") // the client accepts no other event loop group
public final class AsyncHttp implements Exchange {

    private static final int MAX_CONNECTIONS_PER_HOST = 10;
    private static final String FILE_NAME = "leads.csv";

    /** Netty's own switch; a user's word stands. */
    private static final String FLIGHT_RECORDER = "io.netty.jfr.enabled";

    static {
        // Netty gives the JVM's flight recorder a listener that it never takes back, and through
        // it a TaskManager would keep the class loader of every job that was cancelled.
        if (System.getProperty(FLIGHT_RECORDER) == null) {
            System.setProperty(FLIGHT_RECORDER, "false");
        }
    }

    private final Clock clock;
    private final Duration longest;
    private final NioEventLoopGroup group =
            new NioEventLoopGroup(1, new DefaultThreadFactory("rollcall-http", true));
    private final HashedWheelTimer timer =
            new HashedWheelTimer(new DefaultThreadFactory("rollcall-http-timer", true));
    private final HostResolver hosts;
    private final AsyncHttpClient client;
    private final Set<AnswerHandler> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public AsyncHttp() {
        this(InetAddress::getAllByName);
    }

    public AsyncHttp(NameService names) {
        this(names, Clock.systemUTC(), Duration.ofMinutes(5));
    }

    AsyncHttp(NameService names, Clock clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
        this.hosts = new HostResolver(group.next(), names);
        this.client = new DefaultAsyncHttpClient(settings());
    }

    DefaultAsyncHttpClientConfig settings() {
        return new DefaultAsyncHttpClientConfig.Builder()
                .setEventLoopGroup(group)
                .setNettyTimer(timer)
                .setUseNativeTransport(false)
                .setMaxRequestRetry(0)
                .setHttp2Enabled(false)
                .setFollowRedirect(false)
                .setCookieStore(null)
                // Files go one way over http, which tests use, and https.
                .setDisableZeroCopy(true)
                .setUseInsecureTrustManager(false)
                .setDisableHttpsEndpointIdentificationAlgorithm(false)
                .setMaxConnectionsPerHost(MAX_CONNECTIONS_PER_HOST)
                .setConnectTimeout(Duration.ofSeconds(10))
                // Shorter than servers keep idle connections, so that few are found cut.
                .setPooledConnectionIdleTimeout(Duration.ofSeconds(15))
                .setUserAgent("rollcall")
                .build();
    }

    @Override
    public CompletableFuture<HttpAnswer> send(HttpAsk ask) {
        AnswerHandler handler = new AnswerHandler(clock, ask);
        underWay.add(handler);
        handler.answer().whenComplete((answer, never) -> underWay.remove(handler));
        try {
            client.executeRequest(request(ask), handler);
        } catch (RuntimeException e) {
            handler.onThrowable(e);
        }
        if (closed) {
            handler.abandon();
        }
        return handler.answer();
    }

    private Request request(HttpAsk ask) {
        Duration timeout = ask.timeout().compareTo(longest) < 0 ? ask.timeout() : longest;
        RequestBuilder builder =
                new RequestBuilder(ask.method(), true)
                        .setUrl(ask.uri())
                        .setNameResolver(hosts)
                        .setRequestTimeout(timeout)
                        // Marketo may be silent until it answers: only the request's time counts.
                        .setReadTimeout(timeout.plusSeconds(1));
        ask.headers().forEach(builder::setHeader);
        if (ask.file() != null) {
            // Its boundary comes from a secure random source: no file can hold it on purpose.
            builder.addBodyPart(new ByteArrayPart("file", ask.file(), "text/csv", null, FILE_NAME));
        }
        return ask.body() == null ? builder.build() : builder.setBody(ask.body()).build();
    }

    @Override
    public void close() {
        closed = true;
        closeClient();
        underWay.forEach(AnswerHandler::abandon);
        hosts.close();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(6, TimeUnit.SECONDS);
        timer.stop();
        awaitNettysOwnThread();
    }

    private void closeClient() {
        try {
            client.close();
        } catch (IOException e) {
            // Declared by the interface only; nothing is left to do with it.
            throw new UncheckedIOException(e);
        }
    }

    /** Netty notifies its channel groups on a global thread, which ends a second after its work. */
    private static void awaitNettysOwnThread() {
        try {
            GlobalEventExecutor.INSTANCE.awaitInactivity(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // It was never started.
            return;
        }
    }
}
