package io.rollcall.demo.marketo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The admin API of the sandbox. */
public final class SandboxAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public SandboxAdmin(String url) {
        this.base = url + "/admin/api/subscriptions";
    }

    public JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(uri(path)).GET());
    }

    public JsonNode post(String path, Object body) {
        try {
            byte[] json = JSON.writeValueAsBytes(body);
            return answer(
                    HttpRequest.newBuilder(uri(path))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes it, if it is there at all. */
    public void delete(String path) {
        send(HttpRequest.newBuilder(uri(path)).DELETE());
    }

    private URI uri(String path) {
        return URI.create(base + path);
    }

    private JsonNode answer(HttpRequest.Builder request) {
        HttpResponse<byte[]> answer = send(request);
        try {
            JsonNode json = JSON.readTree(answer.body());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(
                        "the sandbox refuses " + answer.uri() + ": " + json.path("error").asText());
            }
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable answer from " + answer.uri(), e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox does not answer at " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
