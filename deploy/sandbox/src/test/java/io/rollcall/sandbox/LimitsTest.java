package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Limits;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class LimitsTest extends SandboxTestCase {
    private static final String LISTS = "/rest/v1/lists.json";

    private List<String> codes(int calls) {
        List<CompletableFuture<MarketoClient.Reply>> replies =
                IntStream.range(0, calls).mapToObj(n -> client.getAsync(LISTS)).toList();
        return replies.stream().map(reply -> reply.join().code()).toList();
    }

    @Test
    void acceptsExactly100CallsOfABurstOf120AndRefusesTheRestWith606() {
        marketo.limits(Limits.DOCUMENTED.withConcurrentCalls(1000));

        List<String> codes = codes(120);

        assertThat(codes).filteredOn(String::isEmpty).hasSize(100);
        assertThat(codes).filteredOn("606"::equals).hasSize(20);
        assertThat(marketo.meter().mostInWindow()).isEqualTo(120);
        assertThat(client.get(LISTS).json().path("errors").path(0).path("message").asText())
                .isEqualTo("Max rate limit '100' exceeded with in '20' secs");
    }

    @Test
    void acceptsCallsAgainWhenTheWindowHasMovedOn() {
        marketo.limits(Limits.DOCUMENTED.withWindow(2, 100));

        assertThat(codes(3)).contains("606");
        await().pollInterval(Duration.ofMillis(150))
                .untilAsserted(() -> assertThat(client.get(LISTS).code()).isEmpty());
    }

    @Test
    void refusesTheEleventhConcurrentCallWith615() {
        marketo.latency(Latency.of(400));

        assertThat(codes(11)).filteredOn("615"::equals).hasSize(1);
        assertThat(marketo.meter().inFlight()).isZero();
        assertThat(marketo.meter().mostInFlight()).isEqualTo(11);
    }

    @Test
    void givesThePlaceBackBeforeTheAnswerLeaves() {
        marketo.limits(Limits.DOCUMENTED.withConcurrentCalls(1));

        for (int call = 0; call < 90; call++) {
            assertThat(client.get(LISTS).code()).isEmpty();
        }
    }

    @Test
    void refusesCallsBeyondTheQuotaWith607UntilTheNextDayInChicago() {
        marketo.limits(Limits.DOCUMENTED.withCallsPerDay(2));

        assertThat(codes(3)).filteredOn("607"::equals).hasSize(1);
        marketo.clock().shift(Duration.ofDays(1));
        assertThat(client.authorize().get(LISTS).code()).isEmpty();
    }

    @Test
    void tellsTheUsageOfTheDayByUser() {
        client.get(LISTS);
        marketo.meter().othersCalled("someone@example.com", 40);

        JsonNode usage = client.get("/rest/v1/stats/usage.json").result().path(0);

        assertThat(keys(usage)).containsExactlyInAnyOrder("date", "total", "users");
        assertThat(usage.path("date").asText()).isEqualTo(marketo.clock().today().toString());
        assertThat(usage.path("total").asInt()).isEqualTo(42);
        assertThat(usage.path("users").toString())
                .isEqualTo(
                        "[{\"userId\":\"rollcall@api.example.com\",\"count\":2},{\"userId\":\"someone@example.com\",\"count\":40}]");
        assertThat(client.get("/rest/v1/stats/usage/last7days.json").result()).hasSize(1);
    }

    @Test
    void tellsTheErrorsOfTheDay() {
        client.get("/rest/v1/lists/77.json");

        JsonNode errors = client.get("/rest/v1/stats/errors.json").result().path(0);

        assertThat(errors.path("total").asInt()).isEqualTo(1);
        assertThat(errors.path("errors").toString())
                .isEqualTo("[{\"errorCode\":\"1013\",\"count\":1}]");
        assertThat(client.get("/rest/v1/stats/errors/last7days.json").result()).hasSize(1);
    }

    @Test
    void countsRefusedCallsButNotThoseWithFreeCodes() {
        marketo.faults().add(FaultSpec.code("713").times(1));
        marketo.faults().add(FaultSpec.code("611").times(1));

        assertThat(client.get(LISTS).code()).isEqualTo("713");
        assertThat(client.get(LISTS).code()).isEqualTo("611");
        assertThat(marketo.meter().today().total()).isEqualTo(1);
        assertThat(marketo.meter().callsInWindow()).isEqualTo(1);
    }

    @Test
    void refusesABodyOverOneMegabyteWithStatus413() {
        MarketoClient.Reply reply = client.json("/rest/v1/leads.json", "x".repeat((1 << 20) + 1));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.body()).startsWith("<html>");
    }

    @Test
    void refusesAUriOver8KilobytesWithStatus414() {
        assertThat(client.get(LISTS + "?name=" + "x".repeat(8 << 10)).status()).isEqualTo(414);
    }

    @Test
    void runsACallThatTheClientHasGivenUpOnAndKeepsItsPlace() {
        marketo.latency(Latency.of(400));
        String body = "{\"input\":[{\"email\":\"ada@example.com\"}]}";

        Assertions.assertThatThrownBy(
                        () ->
                                client.send(
                                        client.request("/rest/v1/leads.json")
                                                .timeout(Duration.ofMillis(100))
                                                .header("Content-Type", "application/json")
                                                .POST(BodyPublishers.ofString(body))
                                                .build()))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(marketo.meter().inFlight()).isEqualTo(1);
        assertThat(marketo.leads().count()).isZero();
        await().untilAsserted(() -> assertThat(marketo.leads().count()).isEqualTo(1));
        await().untilAsserted(() -> assertThat(marketo.meter().inFlight()).isZero());
    }

    @Test
    void throwsTheSameLatenciesForTheSameSeed() {
        marketo.latency(Latency.OBSERVED);
        marketo.chance().seed(7);
        long first = marketo.chance().millis(CallKind.LOOKUP);
        marketo.chance().seed(7);

        assertThat(marketo.chance().millis(CallKind.LOOKUP))
                .isEqualTo(first)
                .isBetween(100L, 1600L);
    }
}
