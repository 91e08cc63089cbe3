package io.rollcall.job;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.job.config.Settings;
import io.rollcall.sandbox.marketo.CallKind;
import io.rollcall.sandbox.marketo.Lead;
import io.rollcall.sandbox.marketo.StaticList;
import io.rollcall.sandbox.marketo.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.util.ExceptionUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * No checkpoint and no savepoint is left: not by mistake, and not for ever. The lists are right
 * again from the topics and Marketo.
 */
class LostStateITCase {

    private static final int PEOPLE = 600;

    /** Two look-ups of 300, a list read in pages of 300, who came and who left; Describe, usage. */
    private static final long CALLS = 12;

    private static final Duration SOON = Duration.ofMinutes(1);

    private static final SyncYaml YAML =
            SyncYaml.identities("email")
                    .instance("emea", "123-ABC-456")
                    .activation("gold", "emea", "id: 1001");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private Stand stand;
    private Subscription emea;
    private StaticList gold;
    private Settings usual;
    private Settings meant;

    @Test
    void aStartWithoutStateIsRefusedUnlessMeantAndThenTheListsAreRightAgain() throws Exception {
        try (Stand started = Stand.start(folder)) {
            set(started);
            stand.cancel(everybodyComes()); // and nothing is kept of its checkpoints
            say(1, "exited");
            say(PEOPLE, "realized");

            isRefusedByMain();
            isRefusedByTheJobManagerThatMainCannotLookInto();
            listsAreRightAgain();
        }
    }

    private void set(Stand started) throws Exception {
        stand = started;
        emea = stand.sandbox.marketo("123-ABC-456");
        gold = emea.lists().create(1001, "Gold customers");
        IntStream.rangeClosed(0, PEOPLE).forEach(i -> emea.leads().create(email(i)));
        stand.broker.create(Stand.EVENTS, 2);
        usual = stand.settings(YAML);
        meant = stand.settings(YAML, "--start-without-state=true");
    }

    private JobID everybodyComes() throws Exception {
        JobID job = stand.submit(usual);
        for (int i = 0; i < PEOPLE; i++) {
            say(i, "realized");
        }
        say(0, "exited");
        awaitOnList(IntStream.range(1, PEOPLE));
        awaitCheckpoint(job);
        return job;
    }

    private void isRefusedByMain() {
        assertThatThrownBy(() -> stand.submit(usual))
                .hasMessageContaining("1 fault:")
                .hasMessageContaining(
                        "start-without-state: an earlier run has kept state (group"
                                + " rollcall-reports-ledger has read rollcall.reports), which this"
                                + " start would lose; start from its last checkpoint or savepoint");
    }

    /** As with high availability, where main cannot know. */
    private void isRefusedByTheJobManagerThatMainCannotLookInto() throws Exception {
        JobID job = stand.flink.submitJob(stand.graph(usual)).get().getJobID();
        Throwable why =
                stand.flink
                        .requestJobResult(job)
                        .get(60, SECONDS)
                        .getSerializedThrowable()
                        .orElseThrow()
                        .deserializeError(getClass().getClassLoader());
        assertThat(ExceptionUtils.findThrowableWithMessage(why, "an earlier run has kept state"))
                .isPresent();
    }

    private void listsAreRightAgain() throws Exception {
        long calls = calls();
        long begun = System.nanoTime();
        stand.submit(meant);
        awaitOnList(IntStream.rangeClosed(2, PEOPLE));
        calls = calls() - calls;
        System.out.printf(
                "All state lost: %d people right again after %.1f s with %d calls%n",
                PEOPLE, (System.nanoTime() - begun) / 1e9, calls);
        assertThat(calls).isLessThanOrEqualTo(CALLS);
        assertThat(emea.leads().duplicates()).isEmpty();
    }

    private long calls() {
        return emea.calls().count(call -> call.kind() != CallKind.TOKEN);
    }

    private void say(int person, String status) throws Exception {
        stand.say(email(person), "gold", status);
    }

    private static String email(int person) {
        return "person" + person + "@example.com";
    }

    private void awaitOnList(IntStream people) {
        Set<String> wanted =
                people.mapToObj(LostStateITCase::email)
                        .collect(Collectors.toCollection(TreeSet::new));
        Awaitility.await("exactly the right people on the list")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(members()).isEqualTo(wanted));
    }

    private Set<String> members() {
        return gold.members().stream()
                .map(id -> emea.leads().get(id).map(Lead::email).orElse("nobody"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void awaitCheckpoint(JobID job) {
        Awaitility.await("a checkpoint, and so committed offsets")
                .atMost(SOON)
                .until(
                        () ->
                                stand.flink
                                                .getExecutionGraph(job)
                                                .get()
                                                .getCheckpointStatsSnapshot()
                                                .getCounts()
                                                .getNumberOfCompletedCheckpoints()
                                        > 2);
    }
}
