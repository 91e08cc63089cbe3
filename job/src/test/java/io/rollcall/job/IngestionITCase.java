package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.IngestionPace;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * People come onto a list by the Data Ingestion API, which carries additions out again after
 * someone has left: they are off the list in the end.
 */
class IngestionITCase {

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .instance("emea", "111-AAA-111", "transport: ingestion")
                    .activation("gold", "emea", "id: 1001");

    private static final String ADA = "ada@example.com";
    private static final String BOB = "bob@example.com";
    private static final String ZOE = "zoe@example.com";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Stand stand;
    private Subscription marketo;
    private StaticList gold;

    @Test
    void whoLeavesStaysOffThoughMarketoTriesAgain() throws Exception {
        try (Stand started = Stand.start(folder)) {
            stand = started;
            begin();

            List.of(ADA, BOB, ZOE).forEach(email -> say(email, "realized"));
            await(() -> assertThat(gold.members()).hasSize(3));
            assertThat(calls(CallKind.LIST_ADD)).as("none goes by REST").isZero();
            assertThat(calls(CallKind.INGEST)).as("one was refused").isGreaterThan(1);

            say(ADA, "exited");
            await(() -> assertThat(isOn(ADA)).isFalse());
            stand.replaceTaskManager(0);
            await(() -> assertThat(isOn(ADA)).as("put on again by Marketo").isTrue());
            await(() -> assertThat(isOn(ADA)).as("removed once more").isFalse());

            outcome(Pattern.quote(ADA) + ".*remove.*applied");
            assertThat(isOn(BOB)).isTrue();
            assertThat(isOn(ZOE)).isTrue();
            Awaitility.await()
                    .during(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(isOn(ADA)).isFalse());
        }
    }

    private void begin() throws Exception {
        marketo = stand.sandbox.create(SubscriptionSpec.of("111-AAA-111"));
        marketo.latency(Latency.NONE);
        marketo.ingestion().pace(IngestionPace.DEFAULT.after(200).againAfter(12_000));
        marketo.faults().add(FaultSpec.code("4000802").on(CallKind.INGEST).times(1));
        gold = marketo.lists().create(1001, "Gold");
        List.of(ADA, BOB, ZOE).forEach(email -> marketo.leads().create(email));
        stand.broker.create(Stand.EVENTS, 2);
        stand.submit(stand.settings(YAML, "--marketo.ingestion-retries=15 s"));
    }

    private void say(String email, String status) {
        try {
            stand.say(email, "gold", status);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private boolean isOn(String email) {
        return gold.contains(marketo.leads().byEmail(email).get(0).id());
    }

    private long calls(CallKind kind) {
        return marketo.calls().count(call -> call.kind() == kind);
    }

    private void outcome(String pattern) {
        await(
                () ->
                        assertThat(stand.values("rollcall.outcomes"))
                                .anyMatch(value -> Pattern.compile(pattern).matcher(value).find()));
    }

    private static void await(ThrowingRunnable what) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(what);
    }
}
