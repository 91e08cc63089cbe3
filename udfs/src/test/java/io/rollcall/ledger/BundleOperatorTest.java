package io.rollcall.ledger;

import static io.rollcall.ledger.LedgerOperator.MAX_PARALLELISM;
import static io.rollcall.testing.Example.NOW;
import static io.rollcall.testing.Example.event;
import static org.apache.flink.runtime.state.KeyGroupRangeAssignment.assignToKeyGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.AudienceEvent;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BundleOperatorTest {

    private OneInputStreamOperatorTestHarness<AudienceEvent, LedgerInput> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(new BundleOperator());
        harness.setProcessingTime(NOW);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void say(String email) throws Exception {
        harness.processElement(event(email, 1001, true, NOW), 0);
    }

    private List<Integer> sent() {
        return harness.extractOutputValues().stream().map(LedgerInput::size).toList();
    }

    @Test
    void anEventWaitsForOthersAMomentOnly() throws Exception {
        say("ada@example.com");
        say("ada@example.com");
        assertThat(sent()).isEmpty();
        harness.setProcessingTime(NOW + BundleOperator.HELD_MS);
        assertThat(sent()).containsExactly(2);

        say("ada@example.com");
        harness.setProcessingTime(NOW + 2 * BundleOperator.HELD_MS);
        assertThat(sent()).containsExactly(2, 1);
    }

    /** A timer for each of them would cost more than they do. */
    @Test
    void forEventsThatGoAloneNoTimerIsSet() throws Exception {
        Told large = Told.of("email:ada@example.com");
        for (int i = 0; i < 1_000; i++) {
            large.in("audience-" + i, NOW);
        }
        harness.processElement(large.event(), 0);
        assertThat(sent()).containsExactly(1);
        assertThat(harness.getProcessingTimeService().getNumActiveTimers()).isZero();
        say("ada@example.com");
        say("ada@example.com");
        assertThat(harness.getProcessingTimeService().getNumActiveTimers()).isOne();
    }

    /** A barrier that overtook an event would lose it: the source says that it has been read. */
    @Test
    void noEventIsHeldWhenABarrierPasses() throws Exception {
        say("ada@example.com");
        harness.prepareSnapshotPreBarrier(1);
        assertThat(sent()).containsExactly(1);
    }

    @Test
    void noEventIsHeldWhenTheSourceEnds() throws Exception {
        say("ada@example.com");
        harness.getOneInputOperator().finish();
        assertThat(sent()).containsExactly(1);
    }

    /** Else a job that goes on with more subtasks would hand some to the wrong one. */
    @Test
    void aBundleIsOfOneKeyGroup() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            say("p" + i + "@example.com");
        }
        harness.prepareSnapshotPreBarrier(1);
        assertThat(sent()).anyMatch(size -> size > 1);
        for (LedgerInput bundle : harness.extractOutputValues()) {
            Bundle.forEach(
                    bundle.events(),
                    (bucket, any) ->
                            assertThat(assignToKeyGroup(bucket, MAX_PARALLELISM))
                                    .isEqualTo(assignToKeyGroup(bundle.bucket(), MAX_PARALLELISM)));
        }
    }

    @Test
    void countsEventsAndNotBundles() throws Exception {
        for (int i = 0; i < 5; i++) {
            say("ada@example.com");
        }
        harness.prepareSnapshotPreBarrier(1);
        // The bundle itself is counted by the chain, which a harness has not.
        assertThat(harness.getOneInputOperator().getMetricGroup())
                .extracting(operator -> operator.getIOMetricGroup().getNumRecordsOutCounter())
                .extracting(Counter::getCount)
                .isEqualTo(4L);
    }
}
