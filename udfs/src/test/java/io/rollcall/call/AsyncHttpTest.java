package io.rollcall.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.netty.util.internal.PlatformDependent;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.asynchttpclient.AsyncHttpClientConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsyncHttpTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String TRUSTED = "javax.net.ssl.trustStore";

    private static AsyncHttp http(NameService names) {
        return new AsyncHttp(names, CLOCK, Duration.ofSeconds(50));
    }

    private static HttpAsk get(String uri) {
        return get(uri, 30);
    }

    private static HttpAsk get(String uri, int seconds) {
        return new HttpAsk("GET", uri, Map.of(), null, Duration.ofSeconds(seconds), Long.MAX_VALUE);
    }

    private static HttpAnswer answer(AsyncHttp http, HttpAsk ask) {
        return http.send(ask).orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().matches("(rollcall-|globalEventExecutor).*"))
                .collect(Collectors.toSet());
    }

    private static AsyncHttp shared;

    @BeforeAll
    static void open() {
        shared = new AsyncHttp(AsyncHttpTest::lookup, CLOCK, Duration.ofSeconds(20));
    }

    @AfterAll
    static void close() {
        shared.close();
    }

    private static InetAddress[] lookup(String host) throws UnknownHostException {
        if (host.equals("no.such.host")) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
    }

    @Test
    void aHostWithoutAnAddressIsNotDone() {
        assertThat(answer(shared, get("http://no.such.host/")).failure()).isEqualTo("connect");
    }

    /** Of a caller that waited for the name server, nothing here would ever come back. */
    @Test
    @Timeout(60)
    void aHangingNameServerDelaysNeitherTheCallerNorAnotherInstance() {
        CountDownLatch hang = new CountDownLatch(1);
        try (FakeMarketo marketo = new FakeMarketo().answers("{}");
                AsyncHttp http = http(host -> hangOn("slow.example", host, hang))) {
            CompletableFuture<HttpAnswer> slow = http.send(get("http://slow.example/"));
            String port = marketo.endpoint().replace("http://127.0.0.1", "");
            assertThat(answer(http, get("http://quick.example" + port + "/")).status())
                    .isEqualTo(200);
            assertThat(slow).isNotDone();
            assertThat(answer(http, get("http://slow.example/", 1)).failure()).isEqualTo("connect");
            hang.countDown();
        }
    }

    private static InetAddress[] hangOn(String slow, String host, CountDownLatch hang) {
        if (host.equals(slow)) {
            try {
                hang.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Test
    void whatIsFoundLateAtTheConnectionIsNotWritten() {
        try (FakeMarketo marketo = new FakeMarketo()) {
            HttpAsk late =
                    new HttpAsk(
                            "GET",
                            marketo.endpoint() + "/",
                            Map.of(),
                            null,
                            Duration.ofSeconds(30),
                            CLOCK.millis() - 1);
            assertThat(answer(shared, late).failure()).isEqualTo("stale");
            assertThat(marketo.calls).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefusedBeforeAnythingIsSent(@TempDir Path dir)
            throws Exception {
        AtomicInteger seen = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(dir, "ip:127.0.0.1")));
        server.createContext("/", exchange -> seen.incrementAndGet());
        server.start();
        try {
            String uri = "https://127.0.0.1:" + server.getAddress().getPort() + "/";
            assertThat(answer(shared, get(uri)).cause()).isEqualTo("ConnectException");
            assertThat(answer(shared, get(uri)).failure()).isEqualTo("connect");
            assertThat(seen).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"dns:localhost,true", "dns:elsewhere.example,false"})
    void aTrustedCertificateCountsForItsOwnHostOnly(String name, boolean taken, @TempDir Path dir)
            throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(dir, name)));
        server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();
        System.setProperty(TRUSTED, dir.resolve("store").toString());
        System.setProperty(TRUSTED + "Password", "changeit");
        try (AsyncHttp trusting =
                new AsyncHttp(AsyncHttpTest::lookup, CLOCK, Duration.ofSeconds(20))) {
            String uri = "https://localhost:" + server.getAddress().getPort() + "/";
            HttpAsk ask = get(uri);
            assertThat(answer(trusting, ask).failure()).isEqualTo(taken ? null : "connect");
        } finally {
            System.clearProperty(TRUSTED);
            System.clearProperty(TRUSTED + "Password");
            server.stop(0);
        }
    }

    private static SSLContext selfSigned(Path dir, String name) throws Exception {
        Path store = dir.resolve("store");
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=somebody",
                        "-ext",
                        "san=" + name,
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void theClientsDefaultsThatWouldHarmAreOff() {
        AsyncHttpClientConfig settings = shared.settings();
        assertThat(settings.getMaxRequestRetry()).isZero();
        assertThat(settings.isHttp2Enabled()).isFalse();
        assertThat(settings.isFollowRedirect()).isFalse();
        assertThat(settings.getCookieStore()).isNull();
        assertThat(settings.isUseInsecureTrustManager()).isFalse();
        assertThat(settings.isDisableHttpsEndpointIdentificationAlgorithm()).isFalse();
        assertThat(settings.getMaxConnectionsPerHost()).isEqualTo(10);
        assertThat(settings.isUseNativeTransport()).isFalse();
        assertThat(settings.isDisableZeroCopy()).isTrue();
        assertThat(PlatformDependent.isJfrEnabled()).isFalse();
    }

    @Test
    void closingEndsWhatIsUnderWayAndLeavesNoThread() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch hang = new CountDownLatch(1);
        Set<Thread> before = threads();
        AsyncHttp http =
                new AsyncHttp(
                        host -> hangOn("slow.example", host, hang), CLOCK, Duration.ofMinutes(1));
        try (RawServer server = new RawServer(out -> never.await())) {
            CompletableFuture<HttpAnswer> sent = http.send(get(server.endpoint() + "/"));
            CompletableFuture<HttpAnswer> unsent = http.send(get("http://slow.example/"));
            await().untilAtomic(server.calls, is(1));
            assertThat(threads().size()).isGreaterThan(before.size());

            http.close();

            assertThat(sent.orTimeout(10, TimeUnit.SECONDS).join().failure()).isEqualTo("io");
            assertThat(unsent.orTimeout(10, TimeUnit.SECONDS).join().failure()).isEqualTo("closed");
            await().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
        }
    }

    @Test
    void aClosedClientSendsNothing() {
        AsyncHttp http = http(InetAddress::getAllByName);
        http.close();
        try (FakeMarketo marketo = new FakeMarketo()) {
            assertThat(answer(http, get(marketo.endpoint() + "/")).failure())
                    .isIn("connect", "closed");
            assertThat(marketo.calls).isEmpty();
        }
    }

    @Test
    void requestsAndAnswersDoNotPrintWhatTheyHold() {
        HttpAsk ask =
                new HttpAsk(
                        "POST",
                        "http://h/rest?filterValues=ada%40x",
                        Map.of("Authorization", "Bearer tok"),
                        "secret".getBytes(),
                        Duration.ZERO,
                        0);
        assertThat(ask.toString()).isEqualTo("POST /rest");
        assertThat(new AccessToken("t0p", "u", 0, 9).toString()).doesNotContain("t0p");
        assertThat(HttpAnswer.of(200, "secret".getBytes()).toString()).isEqualTo("HTTP 200");
    }
}
