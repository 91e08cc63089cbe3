package io.rollcall.sandbox.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollcall.sandbox.marketo.ExportPace;
import io.rollcall.sandbox.marketo.ImportPace;
import io.rollcall.sandbox.marketo.IngestionPace;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Limits;
import io.rollcall.sandbox.marketo.Subscription;
import java.time.Duration;

/** What can be turned while a subscription runs. Each says the whole status afterwards. */
final class Settings {
    private Settings() {}

    static Object limits(Subscription subscription, AdminRequest request) {
        subscription.limits(request.over(subscription.limits(), Limits.class));
        return StatusView.of(subscription);
    }

    static Object latency(Subscription subscription, AdminRequest request) {
        if (request.body().has("seed")) {
            subscription.chance().seed(request.body().path("seed").asLong());
            ((ObjectNode) request.body()).remove("seed");
        }
        subscription.latency(request.over(subscription.chance().latency(), Latency.class));
        return StatusView.of(subscription);
    }

    static Object imports(Subscription subscription, AdminRequest request) {
        subscription.imports().pace(request.over(subscription.imports().pace(), ImportPace.class));
        return StatusView.of(subscription);
    }

    static Object ingestion(Subscription subscription, AdminRequest request) {
        subscription
                .ingestion()
                .pace(request.over(subscription.ingestion().pace(), IngestionPace.class));
        return StatusView.of(subscription);
    }

    static Object exports(Subscription subscription, AdminRequest request) {
        subscription.exports().pace(request.over(subscription.exports().pace(), ExportPace.class));
        return StatusView.of(subscription);
    }

    static Object clock(Subscription subscription, AdminRequest request) {
        subscription.clock().shift(Duration.ofMillis(request.body().path("shiftMillis").asLong()));
        return StatusView.of(subscription);
    }

    static Object token(Subscription subscription, AdminRequest request) {
        if (request.body().has("lifeSeconds")) {
            long seconds = request.body().path("lifeSeconds").asLong();
            subscription.tokens().life(Duration.ofSeconds(seconds));
        }
        if (request.body().path("revoke").asBoolean()) {
            subscription.tokens().revoke();
        }
        return StatusView.of(subscription);
    }

    static Object usage(Subscription subscription, AdminRequest request) {
        String user = request.body().path("user").asText("another@api.example.com");
        subscription.meter().othersCalled(user, request.body().path("calls").asInt());
        return StatusView.of(subscription);
    }

    static Object expirePagingTokens(Subscription subscription, AdminRequest request) {
        subscription.paging().expire();
        return StatusView.of(subscription);
    }

    static Object reset(Subscription subscription, AdminRequest request) {
        subscription.resetCounters();
        return StatusView.of(subscription);
    }
}
