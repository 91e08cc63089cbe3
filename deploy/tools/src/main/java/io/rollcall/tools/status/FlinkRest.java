package io.rollcall.tools.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.tools.RefusedException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks a Flink cluster, in bounded time. */
final class FlinkRest {

    /** Names in one question: an address must not grow beyond a few kilobytes. */
    private static final int AT_A_TIME = 40;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;

    FlinkRest(String address) {
        this.address = address.replaceFirst("/+$", "");
    }

    JsonNode get(String path) throws RefusedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address + path))
                            .timeout(Duration.ofSeconds(15))
                            .build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new RefusedException(
                        address + path + " answers with status " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedException(
                    "no Flink cluster answers at "
                            + address
                            + "; name another with --flink, or run scripts/local start");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("interrupted");
        }
    }

    /** All metrics of one vertex whose names are Rollcall's. */
    List<Reading> readings(String job, String vertex) throws RefusedException {
        String path = "/jobs/" + job + "/vertices/" + vertex + "/metrics";
        List<String> names = new ArrayList<>();
        get(path)
                .forEach(
                        metric -> {
                            if (Reading.isOurs(metric.path("id").asText())) {
                                names.add(metric.path("id").asText());
                            }
                        });
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < names.size(); i += AT_A_TIME) {
            String asked =
                    names.subList(i, Math.min(names.size(), i + AT_A_TIME)).stream()
                            .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                            .collect(Collectors.joining(","));
            get(path + "?get=" + asked)
                    .forEach(
                            metric ->
                                    readings.add(
                                            Reading.of(
                                                    metric.path("id").asText(),
                                                    metric.path("value").asText())));
        }
        return readings;
    }
}
