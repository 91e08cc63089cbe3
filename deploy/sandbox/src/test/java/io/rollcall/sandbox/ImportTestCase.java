package io.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.sandbox.marketo.Import;
import io.rollcall.sandbox.marketo.ImportPace;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** Imports without delay. */
abstract class ImportTestCase extends SandboxTestCase {
    static final String BULK = "/bulk/v1/leads.json?format=csv";

    @BeforeEach
    void hurry() {
        unlimited();
        marketo.imports().pace(ImportPace.AT_ONCE);
    }

    /** A header and so many people. */
    static String people(int howMany) {
        return IntStream.rangeClosed(1, howMany)
                .mapToObj(n -> "p" + n + "@example.com\n")
                .collect(Collectors.joining("", "email\n", ""));
    }

    Import queued(String parameters, String csv) {
        MarketoClient.Reply reply = client.file(BULK + parameters, csv);
        assertThat(reply.code()).as(reply.body()).isEmpty();
        return job(reply.result().path(0).path("batchId").asLong());
    }

    Import job(long batchId) {
        return marketo.imports().all().stream()
                .filter(job -> job.batchId() == batchId)
                .findFirst()
                .orElseThrow();
    }

    /** The status at its end. */
    JsonNode imported(String parameters, String csv) {
        return ended(queued(parameters, csv));
    }

    JsonNode ended(Import job) {
        await().pollInterval(Duration.ofMillis(10)).until(() -> !job.isOpen());
        return status(job);
    }

    JsonNode status(Import job) {
        return client.get(batch(job) + ".json").result().path(0);
    }

    String failures(JsonNode status) {
        return rows(status, "failures");
    }

    String warnings(JsonNode status) {
        return rows(status, "warnings");
    }

    private String rows(JsonNode status, String which) {
        String batch = "/bulk/v1/leads/batch/" + status.path("batchId").asLong();
        return client.get(batch + "/" + which + ".json").body();
    }

    static String batch(Import job) {
        return "/bulk/v1/leads/batch/" + job.batchId();
    }
}
