package io.rollcall.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.Limits;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox of its own for each test, without latency, and a client that has a token. */
abstract class SandboxTestCase {
    static final String ID = "123-ABC-456";

    Sandbox sandbox;
    Subscription marketo;
    MarketoClient client;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(0);
        marketo = sandbox.create(SubscriptionSpec.of(ID).withField("ecidText", "string"));
        marketo.latency(Latency.NONE);
        client = new MarketoClient(sandbox.url(ID)).authorize();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    void unlimited() {
        marketo.limits(Limits.DOCUMENTED.withWindow(100_000, 20_000).withConcurrentCalls(1000));
    }

    static List<String> keys(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }
}
