package io.rollcall.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A headless Chromium that is driven through its DevTools protocol. Selenium would need a driver
 * that fits the browser; the protocol's three calls that are used here need nothing.
 */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private WebSocket socket;
    private int questions;

    private Browser(Process process) {
        this.process = process;
    }

    /** ROLLCALL_BROWSER, which scripts/test sets by scripts/browser, or what is installed. */
    static Optional<String> installed() {
        String named = System.getenv("ROLLCALL_BROWSER");
        return named != null
                ? Optional.of(named)
                : Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                        .flatMap(
                                name ->
                                        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                                                .map(folder -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .map(Path::toString)
                        .findFirst();
    }

    static Browser open(String program, Path folder) throws Exception {
        Path profile = Files.createDirectories(folder.resolve("browser"));
        ProcessBuilder builder =
                new ProcessBuilder(
                        program,
                        "--headless=new",
                        // The pages are ours and on loopback; containers forbid the sandbox.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--window-size=1600,1200",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("browser.log").toFile());
        Browser browser = new Browser(builder.start());
        browser.connect(profile.resolve("DevToolsActivePort"));
        return browser;
    }

    private void connect(Path portFile) throws Exception {
        Awaitility.await("the browser").atMost(PATIENCE).until(() -> Files.exists(portFile));
        Awaitility.await("its port").atMost(PATIENCE).until(() -> !port(portFile).isBlank());
        HttpClient client = HttpClient.newHttpClient();
        URI list = URI.create("http://127.0.0.1:" + port(portFile) + "/json/list");
        String pages =
                client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
        for (JsonNode page : JSON.readTree(pages)) {
            if (page.path("type").asText().equals("page")) {
                URI address = URI.create(page.path("webSocketDebuggerUrl").asText());
                socket = client.newWebSocketBuilder().buildAsync(address, new Ear()).join();
            }
        }
    }

    private static String port(Path file) throws IOException {
        return Files.readString(file).lines().findFirst().orElse("");
    }

    void go(String address) {
        ask("Page.navigate", Map.of("url", address));
    }

    /** All that a person can read on the page. */
    String text() {
        return run("document.body ? document.body.innerText : ''");
    }

    /** Answers what an expression gives, as text. */
    String run(String script) {
        JsonNode answer =
                ask("Runtime.evaluate", Map.of("expression", script, "returnByValue", true));
        return answer.path("result").path("value").asText();
    }

    boolean is(String condition) {
        return run("String(" + condition + ")").equals("true");
    }

    /** Clicks the innermost thing that says this. */
    void click(String words) {
        String found =
                run(
                        "(() => {const all = [...document.querySelectorAll('button, a, td, li, div')]"
                                + ".filter(e => e.innerText && e.innerText.trim().startsWith("
                                + quoted(words)
                                + ")); const last = all[all.length - 1]; if (!last) return 'no';"
                                + " last.click(); return 'yes';})()");
        if (!found.equals("yes")) {
            throw new AssertionError("nothing on the page says " + words + ":\n" + text());
        }
    }

    private static String quoted(String words) {
        return JSON.valueToTree(words).toString();
    }

    void awaitText(String... words) {
        Awaitility.await("the page says " + String.join(", ", words))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(
                        () -> org.assertj.core.api.Assertions.assertThat(text()).contains(words));
    }

    void keep(Path picture) throws IOException {
        JsonNode shot = ask("Page.captureScreenshot", Map.of("format", "png"));
        Files.createDirectories(picture.getParent());
        Files.write(picture, Base64.getDecoder().decode(shot.path("data").asText()));
    }

    private JsonNode ask(String method, Map<String, Object> parameters) {
        int id = ++questions;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        JsonNode question =
                JSON.valueToTree(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(question.toString(), true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Puts answers together again and gives them to who asked. */
    private final class Ear implements WebSocket.Listener {

        private final StringBuilder heard = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard.append(data);
            if (last) {
                answer(heard.toString());
                heard.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void answer(String text) {
            try {
                JsonNode message = JSON.readTree(text);
                CompletableFuture<JsonNode> waiting = asked.remove(message.path("id").asInt());
                if (waiting != null) {
                    waiting.complete(message.path("result"));
                }
            } catch (IOException e) {
                throw new AssertionError("the browser speaks no JSON", e);
            }
        }
    }
}
