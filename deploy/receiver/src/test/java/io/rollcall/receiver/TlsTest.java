package io.rollcall.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.receiver.Outlet.Fate;
import io.rollcall.secret.SecretReference;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir Path folder;

    /** Everything is kept. */
    private static final class AnyOutlet implements Outlet {
        @Override
        public CompletableFuture<Fate> write(String topic, byte[] body, Map<String, String> heads) {
            return CompletableFuture.completedFuture(Fate.KEPT);
        }

        @Override
        public boolean reachable() {
            return true;
        }
    }

    @Test
    void listensWithACertificate() throws Exception {
        Path store = certificate();
        Path secret = Files.writeString(folder.resolve("token"), "token");
        Secrets secrets =
                new Secrets(List.of(new SecretReference("file:" + secret)), System::nanoTime);
        Door door = new Door("/aep", new KeyGuard(KeyGuard.Place.BEARER, null, secrets), "aep");
        try (Receiver receiver =
                Receiver.start(
                        new Receiver.Address(
                                "127.0.0.1",
                                0,
                                new Receiver.Certificate(store.toString(), PASSWORD)),
                        List.of(door),
                        new AnyOutlet(),
                        new Receiver.Limits(1_000, 10_000))) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create("https://localhost:" + receiver.port() + "/aep"))
                            .header("Authorization", "Bearer token")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build();
            HttpClient client = HttpClient.newBuilder().sslContext(trusting(store)).build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
    }

    private Path certificate() throws Exception {
        Path store = folder.resolve("receiver.p12");
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int made =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "receiver",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start()
                        .waitFor();
        assertThat(made).isZero();
        return store;
    }

    private static SSLContext trusting(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("receiver", keys.getCertificate("receiver"));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
