package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Effect;
import io.rollcall.sandbox.marketo.FaultSpec;
import io.rollcall.sandbox.marketo.Latency;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.checkpoint.CheckpointStatsCounts;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that people set up wrongly in Marketo, at once, in one running job: it says what is
 * wrong in a line each, keeps what it has, goes on with everything else, and recovers by itself.
 */
class TroubleITCase {

    private static final String HEALTHY = "111-AAA-111";
    private static final String REFUSED = "222-BBB-222";
    private static final String MISSPELT = "333-CCC-333";

    private static final String ADA = "ada@example.com";
    private static final long GOLD = 1001;
    private static final long FORBIDDEN = 1002;
    private static final long DELETED = 1003;

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .instance("healthy", HEALTHY)
                    .instance("refused", REFUSED)
                    .instance("misspelt", MISSPELT)
                    .activation("gold", "healthy", "id: " + GOLD)
                    .activation("forbidden", "healthy", "id: " + FORBIDDEN)
                    .activation("deleted", "healthy", "id: " + DELETED)
                    .activation("gold", "refused", "id: " + GOLD)
                    .activation("gold", "misspelt", "id: " + GOLD);

    private static final List<String> SAID =
            List.of(
                    "Instance healthy (111-AAA-111): 603: list 1002: ",
                    "Instance healthy (111-AAA-111): 1013: list 1003: ",
                    "Instance refused (222-BBB-222): token: Marketo refuses the client id or"
                            + " secret: ",
                    "Instance misspelt (333-CCC-333): token: the identity service does not answer"
                            + " as it should: HTTP 404");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everythingElseGoesOnAndTroubleEndsWithItsCause() throws Exception {
        try (Stand stand = Stand.start(folder)) {
            Subscription healthy = subscription(stand, HEALTHY, GOLD, FORBIDDEN, DELETED);
            Subscription refused = subscription(stand, REFUSED, GOLD);
            healthy.faults().add(FaultSpec.code("603").onList(FORBIDDEN));
            healthy.lists().delete(DELETED);
            refused.faults().add(FaultSpec.of(Effect.UNAUTHORIZED).on(CallKind.TOKEN));

            stand.broker.create(Stand.EVENTS, 1);
            JobID job =
                    stand.submit(
                            stand.settings(
                                    YAML,
                                    "--marketo.probe-access=2 s",
                                    "--marketo.probe-list=2 s"));
            for (String audience : List.of("gold", "forbidden", "deleted")) {
                stand.say(ADA, audience, "realized");
            }
            awaitOn(healthy, GOLD, 1);
            awaitSaid();
            stand.say(ADA, "gold", "exited");
            stand.say("bob@example.com", "gold", "realized");
            awaitOnly(healthy, GOLD, "bob");
            assertThat(list(healthy, FORBIDDEN).members()).isEmpty();
            assertThat(list(refused, GOLD).members()).isEmpty();

            healthy.faults().clear();
            healthy.lists().create(DELETED, "Back");
            refused.faults().clear();
            Subscription misspelt = subscription(stand, MISSPELT, GOLD);

            awaitOnly(healthy, FORBIDDEN, "ada");
            awaitOnly(healthy, DELETED, "ada");
            awaitOnly(refused, GOLD, "bob");
            awaitOnly(misspelt, GOLD, "bob");
            neverFailed(stand, job);
        }
    }

    private static Subscription subscription(Stand stand, String id, long... lists) {
        Subscription marketo = stand.sandbox.marketo(id);
        marketo.latency(Latency.NONE);
        marketo.leads().create("ada@example.com");
        marketo.leads().create("bob@example.com");
        for (long list : lists) {
            marketo.lists().create(list, "List " + list);
        }
        return marketo;
    }

    private static StaticList list(Subscription marketo, long id) {
        return marketo.lists().get(id);
    }

    private static void awaitOn(Subscription marketo, long list, int members) {
        Awaitility.await(members + " on list " + list)
                .atMost(Duration.ofMinutes(1))
                .until(() -> list(marketo, list).size() == members);
    }

    private static void awaitOnly(Subscription marketo, long list, String name) {
        long lead = marketo.leads().byEmail(name + "@example.com").get(0).id();
        Awaitility.await("only " + name + " on list " + list + " of " + marketo.munchkinId())
                .atMost(Duration.ofMinutes(1))
                .until(() -> List.copyOf(list(marketo, list).members()).equals(List.of(lead)));
    }

    private static void awaitSaid() {
        Awaitility.await("a line for each trouble")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(log()).contains(SAID));
    }

    private static String log() throws Exception {
        return Files.readString(Stand.LOG);
    }

    private static void neverFailed(Stand stand, JobID job) throws Exception {
        Awaitility.await("a checkpoint")
                .atMost(Duration.ofMinutes(1))
                .until(() -> checkpoints(stand, job).getNumberOfCompletedCheckpoints() > 0);
        assertThat(checkpoints(stand, job).getNumberOfRestoredCheckpoints()).isZero();
    }

    private static CheckpointStatsCounts checkpoints(Stand stand, JobID job) throws Exception {
        return stand.flink.getExecutionGraph(job).get().getCheckpointStatsSnapshot().getCounts();
    }
}
