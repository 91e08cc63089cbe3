package io.rollcall.schedule;

import static io.rollcall.testing.Example.INSTANCE;
import static io.rollcall.testing.Example.NOW;
import static io.rollcall.testing.Example.activations;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulerFunctionTest {

    static final long GOLD = 1001;

    private final List<SchedulerHarness> opened = new ArrayList<>();

    private SchedulerHarness harness(OperatorSubtaskState state, long checkpoint) throws Exception {
        SchedulerHarness harness = new SchedulerHarness();
        opened.add(harness);
        harness.setup();
        if (state == null) {
            harness.initializeEmptyState();
        } else {
            harness.setRestoredCheckpointId(checkpoint);
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    @AfterEach
    void close() throws Exception {
        for (SchedulerHarness harness : opened) {
            harness.close();
        }
    }

    @Test
    void beginsItsRunBeforeItAnnouncesAndReleasesOnlyWhatItReadBack() throws Exception {
        SchedulerHarness harness = harness(null, 0);
        harness.take(SchedulerInput.of(INSTANCE, activations(GOLD)));
        assertThat(harness.reports()).extracting(Report::kind).containsExactly(Report.Kind.BEGIN);
        assertThat(harness.reports().get(0).run()).startsWith("0-");
        harness.take(SchedulerInput.of(add(1)));
        harness.readBack();
        // The list's read is not answered: additions wait for it a minute, and no longer.
        harness.pass(61_000);
        harness.readBack();
        assertThat(harness.reports()).extracting(Report::call).contains(CallKind.ADD);
        assertThat(harness.extractOutputValues())
                .extracting(Call::kind)
                .contains(CallKind.ADD, CallKind.READ);
    }

    @Test
    void keepsOneTimerAnInstance() throws Exception {
        SchedulerHarness harness = harness(null, 0);
        harness.take(SchedulerInput.of(INSTANCE, activations(GOLD)));
        harness.readBack();
        for (int i = 1; i < 100; i++) {
            harness.take(SchedulerInput.of(add(i)));
            harness.pass(7);
            assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
        }
        harness.take(SchedulerInput.of("999-XYZ-999", activations(GOLD)));
        assertThat(harness.numProcessingTimeTimers()).isEqualTo(1);
    }

    @Test
    void theNextCallOfAListClearsAwayWhatWasWithdrawn() throws Exception {
        SchedulerHarness harness = harness(null, 0);
        for (int i = 1; i <= 40; i++) {
            harness.take(SchedulerInput.of(add(i)));
        }
        assertThat(harness.entries(Space.WISHES)).isEqualTo(40);
        for (int i = 1; i <= 40; i++) {
            harness.take(SchedulerInput.of(wish(Wish.Kind.NO_LIST_WISH, i)));
        }
        harness.take(SchedulerInput.of(INSTANCE, activations(GOLD)));
        harness.readBack();
        assertThat(harness.entries(Space.WISHES)).isZero();
        harness.take(SchedulerInput.of(add(41)));
        harness.pass(61_000);
        assertThat(harness.entries(Space.PAGES)).isZero();
        assertThat(harness.entries(Space.QUEUES)).isZero();
        assertThat(harness.entries(Space.BOOK)).isEqualTo(1);
    }

    @Test
    void afterARestoreItsTimerRingsAndANewRunEndsWhatTheOldOneAnnounced() throws Exception {
        OperatorSubtaskState state;
        SchedulerHarness harness = harness(null, 0);
        harness.take(SchedulerInput.of(INSTANCE, activations(GOLD)));
        harness.take(SchedulerInput.of(add(1)));
        harness.readBack();
        harness.pass(1_000);
        assertThat(harness.entries(Space.CALLS)).isPositive();
        state = harness.snapshot(7, NOW);
        SchedulerHarness restored = harness(state, 7);
        restored.offset = 1_000;
        restored.setProcessingTime(NOW + 60_000);
        assertThat(restored.reports()).extracting(Report::kind).containsExactly(Report.Kind.BEGIN);
        assertThat(restored.reports().get(0).run()).startsWith("7-");
        restored.readBack();
        assertThat(restored.reports())
                .filteredOn(report -> report.kind() == Report.Kind.ENDED)
                .isNotEmpty()
                .allSatisfy(end -> assertThat(end.code()).isEqualTo("restart"));
        assertThat(restored.extractOutputValues()).isEmpty();
        assertThat(restored.numProcessingTimeTimers()).isEqualTo(1);
    }

    static Wish add(long lead) {
        return wish(Wish.Kind.ADD, lead);
    }

    private static Wish wish(Wish.Kind kind, long lead) {
        return new Wish(
                kind,
                INSTANCE,
                "email:p" + lead + "@example.com",
                GOLD,
                lead,
                Lane.ADDITIONS,
                NOW,
                0,
                null,
                null,
                Map.of());
    }
}
