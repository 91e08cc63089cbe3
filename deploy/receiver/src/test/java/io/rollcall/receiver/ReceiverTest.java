package io.rollcall.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.receiver.Outlet.Fate;
import io.rollcall.secret.SecretReference;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReceiverTest {

    /** The documentation's example: key, body and their HmacSHA1. */
    private static final String KEY = "sample_partner_private_key";

    private static final String BODY = "POST message content";
    private static final String SIGNATURE = "+wFdR/afZNoVqtGl8/e1KJ4ykPU=";

    @TempDir Path folder;

    private final FakeOutlet kafka = new FakeOutlet();
    private final HttpClient client = HttpClient.newHttpClient();
    private Receiver receiver;

    /** Keeps what it is given; {@code fate} answers at once, or later by hand. */
    private static final class FakeOutlet implements Outlet {
        private final List<String> bodies = new CopyOnWriteArrayList<>();
        private final List<Map<String, String>> headers = new CopyOnWriteArrayList<>();
        private volatile CompletableFuture<Fate> fate =
                CompletableFuture.completedFuture(Fate.KEPT);

        @Override
        public CompletableFuture<Fate> write(String topic, byte[] body, Map<String, String> heads) {
            bodies.add(topic + " " + new String(body, StandardCharsets.UTF_8));
            headers.add(heads);
            return fate;
        }

        @Override
        public boolean reachable() {
            return fate.isDone();
        }
    }

    @BeforeEach
    void start() throws Exception {
        Secrets aam = new Secrets(List.of(secret("aam", KEY + "\n")), System::nanoTime);
        Secrets token =
                new Secrets(List.of(secret("t1", "old"), secret("t2", "new")), System::nanoTime);
        Secrets code = new Secrets(List.of(secret("code", "k3y=")), System::nanoTime);
        List<Door> doors =
                List.of(
                        new Door(
                                "/aam",
                                new SignatureGuard(
                                        "X-Signature", SignatureGuard.Algorithm.SHA1, aam),
                                "aam-events"),
                        new Door("/aep", new KeyGuard(KeyGuard.Place.BEARER, null, token), "aep"),
                        new Door(
                                "/dataverse",
                                new KeyGuard(KeyGuard.Place.QUERY, "code", code),
                                "crm"),
                        new Door(
                                "/dataverse-header",
                                new KeyGuard(KeyGuard.Place.HEADER, "x-key", code),
                                "crm"));
        receiver =
                Receiver.start(
                        new Receiver.Address("127.0.0.1", 0, null),
                        doors,
                        kafka,
                        new Receiver.Limits(1_000, 2_500));
    }

    @AfterEach
    void stop() throws Exception {
        kafka.fate.complete(Fate.KEPT);
        receiver.close();
    }

    private SecretReference secret(String name, String text) throws Exception {
        return new SecretReference("file:" + Files.writeString(folder.resolve(name), text));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpRequest signed(String signature) {
        return to("/aam")
                .header("X-Signature", signature)
                .POST(BodyPublishers.ofString(BODY))
                .build();
    }

    private HttpRequest toAep(Consumer<HttpRequest.Builder> more) {
        HttpRequest.Builder request = to("/aep").header("Authorization", "Bearer new");
        more.accept(request);
        return request.build();
    }

    private HttpRequest toAep(String body) {
        return toAep(request -> request.POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    private void refuses(HttpRequest request, int status) throws Exception {
        assertThat(send(request).statusCode()).isEqualTo(status);
        assertThat(kafka.bodies).isEmpty();
    }

    @Test
    void takesWhatAudienceManagerSigned() throws Exception {
        HttpResponse<String> answer = send(signed(SIGNATURE));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("server")).isEmpty();
        assertThat(kafka.bodies).containsExactly("aam-events " + BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+wFdR/afZNoVqtGl8/e1KJ4ykPU", "+wFdR/afZNoVqtGl8/e1KJ4ykPV=", KEY})
    void refusesAnotherSignature(String signature) throws Exception {
        refuses(signed(signature), 401);
    }

    @Test
    void refusesWhatIsNotSignedAndWhatWasChangedAfterwards() throws Exception {
        refuses(to("/aam").POST(BodyPublishers.ofString(BODY)).build(), 401);
        refuses(
                to("/aam")
                        .header("X-Signature", SIGNATURE)
                        .POST(BodyPublishers.ofString(BODY + " "))
                        .build(),
                401);
    }

    @Test
    void takesEitherTokenWhileItIsBeingChanged() throws Exception {
        assertThat(send(toAep("{}")).statusCode()).isEqualTo(200);
        HttpRequest old =
                to("/aep")
                        .header("Authorization", "bearer old")
                        .POST(BodyPublishers.ofString("[]"))
                        .build();
        assertThat(send(old).statusCode()).isEqualTo(200);
        assertThat(kafka.bodies).containsExactly("aep {}", "aep []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer newer", "Basic new", "new"})
    void refusesAnotherToken(String authorization) throws Exception {
        HttpRequest request =
                to("/aep")
                        .header("Authorization", authorization)
                        .POST(BodyPublishers.ofString("{}"))
                        .build();
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
        assertThat(answer.body()).doesNotContain("new");
        assertThat(kafka.bodies).isEmpty();
    }

    @Test
    void takesAKeyInTheQueryOrInAHeader() throws Exception {
        var body = BodyPublishers.ofString("{}");
        assertThat(send(to("/dataverse?code=k3y%3D&x=1").POST(body).build()).statusCode())
                .isEqualTo(200);
        assertThat(
                        send(to("/dataverse-header").header("X-Key", "k3y=").POST(body).build())
                                .statusCode())
                .isEqualTo(200);
        assertThat(kafka.bodies).containsExactly("crm {}", "crm {}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dataverse",
                "/dataverse?code=",
                "/dataverse?code=K3Y%3D",
                "/dataverse-header?x-key=k3y%3D"
            })
    void refusesAnotherKey(String path) throws Exception {
        refuses(to(path).POST(BodyPublishers.ofString("{}")).build(), 401);
    }

    @Test
    void keepsWhatDataverseSaysInHeadersAndNothingElse() throws Exception {
        send(
                to("/dataverse?code=k3y%3D")
                        .header("x-ms-dynamics-msg-size-exceeded", "true")
                        .header("x-other", "1")
                        .POST(BodyPublishers.ofString("{}"))
                        .build());
        assertThat(kafka.headers)
                .containsExactly(Map.of("x-ms-dynamics-msg-size-exceeded", "true"));
    }

    @ParameterizedTest
    @CsvSource({"/, 404", "/aep/more, 404", "/AEP, 404", "/aep%2F, 400"})
    void refusesOtherPaths(String path, int status) throws Exception {
        refuses(
                to(path).header("Authorization", "Bearer new")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void refusesOtherMethods(String method) throws Exception {
        HttpResponse<String> answer =
                send(toAep(r -> r.method(method, BodyPublishers.ofString("{}"))));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("POST");
    }

    @Test
    void refusesABodyThatIsEmptyTooLargeOrPacked() throws Exception {
        refuses(toAep(""), 400);
        refuses(toAep("x".repeat(1_001)), 413);
        refuses(
                toAep(
                        r ->
                                r.header("Content-Encoding", "gzip")
                                        .POST(BodyPublishers.ofString("{}"))),
                415);
        assertThat(send(toAep("x".repeat(1_000))).statusCode()).isEqualTo(200);
    }

    /** Without a length in front: only reading tells how long it is. */
    @Test
    void refusesABodyThatTurnsOutTooLarge() throws Exception {
        refuses(
                toAep(
                        r ->
                                r.POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(new byte[5_000])))),
                413);
        assertThat(
                        send(toAep(
                                        r ->
                                                r.POST(
                                                        BodyPublishers.ofInputStream(
                                                                () ->
                                                                        new ByteArrayInputStream(
                                                                                new byte[1_000])))))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersOnlyWhenKafkaHasIt() throws Exception {
        kafka.fate = new CompletableFuture<>();
        var answer = client.sendAsync(toAep("{}"), BodyHandlers.ofString());
        while (kafka.bodies.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(answer).isNotDone();
        kafka.fate.complete(Fate.KEPT);
        assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"UNSURE, 503, 1", "TOO_LARGE, 413,"})
    void saysSoWhenKafkaHasItNot(Fate fate, int status, String retryAfter) throws Exception {
        kafka.fate = CompletableFuture.completedFuture(fate);
        HttpResponse<String> answer = send(toAep("{}"));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("retry-after").orElse(null)).isEqualTo(retryAfter);
    }

    @Test
    void refusesMoreWhileKafkaLagsAndTakesAgainAfterwards() throws Exception {
        kafka.fate = new CompletableFuture<>();
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            waiting.add(client.sendAsync(toAep("x".repeat(1_000)), BodyHandlers.ofString()));
        }
        while (kafka.bodies.size() < 2) {
            Thread.onSpinWait();
        }
        HttpResponse<String> refused = send(toAep("x".repeat(1_000)));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).contains("1");
        assertThat(send(to("/health").GET().build()).statusCode()).isEqualTo(503);

        kafka.fate.complete(Fate.KEPT);
        for (var answer : waiting) {
            assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(send(toAep("x".repeat(1_000))).statusCode()).isEqualTo(200);
        HttpResponse<String> health = send(to("/health").GET().build());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"200\": 3", "\"503\": 1", "\"bytesUnderWay\": 0");
    }
}
