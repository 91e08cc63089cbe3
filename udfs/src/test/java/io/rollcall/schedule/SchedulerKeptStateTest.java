package io.rollcall.schedule;

import static io.rollcall.testing.Example.INSTANCE;
import static io.rollcall.testing.Example.NOW;
import static io.rollcall.testing.Example.activations;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.testing.KeptState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** State that an earlier version wrote means the same to this one. */
class SchedulerKeptStateTest {

    private static final String OPERATOR = "scheduler";
    private static final int KEPT_WISHES = 40;

    /** A call that is under way, wishes that wait, and a list half read. */
    @BeforeAll
    static void keepIfAsked() throws Exception {
        if (!KeptState.asked()) {
            return;
        }
        SchedulerHarness harness = new SchedulerHarness();
        harness.setup();
        harness.initializeEmptyState();
        harness.open();
        harness.take(SchedulerInput.of(INSTANCE, activations(SchedulerFunctionTest.GOLD)));
        harness.readBack();
        harness.pass(1_000);
        for (int lead = 1; lead <= KEPT_WISHES; lead++) {
            harness.take(SchedulerInput.of(SchedulerFunctionTest.add(lead)));
        }
        for (Space space : new Space[] {Space.WISHES, Space.PAGES, Space.QUEUES, Space.CALLS}) {
            assertThat(harness.entries(space)).as(space.name()).isPositive();
        }
        KeptState.keep(OPERATOR, harness.snapshot(1, NOW));
        harness.close();
    }

    @Test
    void settlesTheEarlierCallAndGoesOnWithTheWishes() throws Exception {
        SchedulerHarness harness = new SchedulerHarness();
        harness.setup();
        harness.setRestoredCheckpointId(1);
        harness.initializeState(KeptState.of(OPERATOR));
        harness.open();
        harness.offset = 1_000;
        assertThat(harness.entries(Space.WISHES)).isEqualTo(KEPT_WISHES);
        harness.take(SchedulerInput.of(INSTANCE, activations(SchedulerFunctionTest.GOLD)));
        harness.pass(120_000);
        assertThat(harness.reports())
                .filteredOn(report -> report.kind() == Report.Kind.ENDED)
                .anySatisfy(end -> assertThat(end.code()).isEqualTo("restart"));
        assertThat(harness.extractOutputValues())
                .filteredOn(call -> call.kind() == CallKind.READ)
                .isNotEmpty();
        assertThat(harness.extractOutputValues())
                .filteredOn(call -> call.kind() == CallKind.ADD)
                .flatExtracting(Call::members)
                .hasSizeGreaterThanOrEqualTo(KEPT_WISHES);
        harness.close();
    }
}
