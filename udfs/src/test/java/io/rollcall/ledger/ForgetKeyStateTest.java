package io.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.testing.Example;
import io.rollcall.testing.KeptState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job never runs with another key than the one of its stones. */
class ForgetKeyStateTest {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void writeTheKey() throws IOException {
        file = Files.writeString(folder.resolve("key"), "the first key");
    }

    @Test
    void theSameKeyIsAccepted() throws Exception {
        LedgerHarness harness = started(settings("file:" + file), snapshot());
        harness.close();
    }

    @Test
    void theKeyOfAnEarlierVersionIsTheSameKey() throws Exception {
        if (KeptState.asked()) {
            KeptState.keep("forget-key", snapshot());
        }
        OperatorSubtaskState kept = KeptState.of("forget-key");
        started(settings("file:" + file), kept).close();
        Files.writeString(file, "another key");
        assertThatThrownBy(() -> started(settings("file:" + file), kept))
                .isInstanceOf(SuppressRestartsException.class);
    }

    @Test
    void aJobThatForgotNobodyMayGetAKey() throws Exception {
        LedgerHarness harness = started(Example.ledgerSettings(), null);
        OperatorSubtaskState state = harness.snapshot(1, 0);
        harness.close();
        started(settings("file:" + file), state).close();
    }

    @Test
    void anotherKeyEndsTheJobForGood() throws Exception {
        OperatorSubtaskState state = snapshot();
        Files.writeString(file, "another key");
        assertThatThrownBy(() -> started(settings("file:" + file), state))
                .isInstanceOf(SuppressRestartsException.class)
                .hasRootCauseMessage(
                        "forget-key: not the key that this job has forgotten people with; without it"
                                + " they would come back: restore the key and start again");
    }

    @Test
    void soDoesNoKeyAtAll() throws Exception {
        OperatorSubtaskState state = snapshot();
        assertThatThrownBy(() -> started(Example.ledgerSettings(), state))
                .hasRootCauseMessage(
                        "forget-key: missing, but this job has forgotten people with one; without it"
                                + " they would come back: restore the key and start again");
    }

    @Test
    void aKeyThatCannotBeReadIsNamedByItsReference() {
        assertThatThrownBy(() -> started(settings("env:ROLLCALL_NO_SUCH_KEY"), null))
                .rootCause()
                .hasMessageContaining("forget-key: ")
                .hasMessageContaining("env:ROLLCALL_NO_SUCH_KEY");
    }

    @Test
    void theStateHoldsNoKey() throws Exception {
        assertThat(new ForgetKey("the first key").check()).doesNotContain("first");
    }

    private OperatorSubtaskState snapshot() throws Exception {
        LedgerHarness harness = started(settings("file:" + file), null);
        OperatorSubtaskState state = harness.snapshot(1, 0);
        harness.close();
        return state;
    }

    private static LedgerHarness started(LedgerSettings settings, OperatorSubtaskState state)
            throws Exception {
        LedgerHarness harness = new LedgerHarness(settings, 1, 0);
        harness.setup();
        if (state == null) {
            harness.initializeEmptyState();
        } else {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private static LedgerSettings settings(String key) {
        return new LedgerSettings(
                        List.of("email"),
                        Duration.ofDays(90),
                        Duration.ofDays(1),
                        Duration.ofDays(90),
                        "rollcall")
                .forgettingBy(key);
    }
}
