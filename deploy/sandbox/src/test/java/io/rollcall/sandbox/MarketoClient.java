package io.rollcall.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A client that knows nothing but HTTP. */
final class MarketoClient {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private String token;

    MarketoClient(String url) {
        this.url = url;
    }

    /** A status and a body. */
    record Reply(int status, String body) {
        JsonNode json() {
            try {
                return MAPPER.readTree(body);
            } catch (IOException broken) {
                throw new AssertionError("no JSON: " + body, broken);
            }
        }

        JsonNode result() {
            return json().path("result");
        }

        String code() {
            return json().path("errors").path(0).path("code").asText();
        }
    }

    MarketoClient authorize() {
        token = token("sandbox", "sandbox").json().path("access_token").asText();
        return this;
    }

    MarketoClient withToken(String newToken) {
        token = newToken;
        return this;
    }

    Reply token(String client, String secret) {
        return get(
                "/identity/oauth/token?grant_type=client_credentials&client_id="
                        + client
                        + "&client_secret="
                        + secret);
    }

    Reply get(String path) {
        return send(request(path).GET().build());
    }

    Reply post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()).build());
    }

    Reply delete(String path) {
        return send(request(path).DELETE().build());
    }

    Reply json(String path, String body) {
        return send(jsonRequest(path, body));
    }

    /** To the Data Ingestion API, which has a header of its own for the token. */
    Reply ingest(String path, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return send((token == null ? request : request.header("X-Mkto-User-Token", token)).build());
    }

    Reply form(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    Reply send(String method, String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build());
    }

    HttpRequest jsonRequest(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** As a browser or curl would send a file. */
    Reply file(String path, String csv) {
        return send(fileRequest(path, csv));
    }

    HttpRequest fileRequest(String path, String csv) {
        String body =
                "--Ab3\r\nContent-Disposition: form-data; name=\"file\"; filename=\"leads.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n"
                        + csv
                        + "\r\n--Ab3--\r\n";
        return multipart(path, "multipart/form-data; boundary=Ab3", body);
    }

    HttpRequest multipart(String path, String contentType, String body) {
        return request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    CompletableFuture<Reply> getAsync(String path) {
        return async(request(path).GET().build());
    }

    CompletableFuture<Reply> jsonAsync(String path, String body) {
        return async(jsonRequest(path, body));
    }

    private CompletableFuture<Reply> async(HttpRequest request) {
        return HTTP.sendAsync(request, BodyHandlers.ofString()).thenApply(MarketoClient::reply);
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    Reply send(HttpRequest request) {
        try {
            return reply(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopping) {
            throw new AssertionError(stopping);
        }
    }

    private static Reply reply(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.body());
    }
}
