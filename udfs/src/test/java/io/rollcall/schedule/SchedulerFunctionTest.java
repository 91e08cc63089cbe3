package io.rollcall.schedule;

import static io.rollcall.testing.Example.INSTANCE;
import static io.rollcall.testing.Example.NOW;
import static io.rollcall.testing.Example.activations;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.Call;
import io.rollcall.report.CallKind;
import io.rollcall.report.Report;
import io.rollcall.schedule.SchedulerStore.Space;
import io.rollcall.testing.Example;
import io.rollcall.testing.StateEntries;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulerFunctionTest {

    private static final long GOLD = 1001;

    private final List<Harness> opened = new ArrayList<>();

    /** The operator, and a topic that gives back what it reports. */
    @SuppressWarnings("try") // its close() throws what Flink's throws
    private static final class Harness
            extends KeyedOneInputStreamOperatorTestHarness<String, SchedulerInput, Call> {

        private int offset;
        private int read;

        Harness() throws Exception {
            super(
                    new KeyedProcessOperator<>(
                            new SchedulerFunction(
                                    List.of(Example.instance()), Example.schedulerSettings())),
                    SchedulerInput::instance,
                    Types.STRING,
                    1,
                    1,
                    0);
            setStateBackend(new EmbeddedRocksDBStateBackend());
            setProcessingTime(NOW);
        }

        void take(SchedulerInput input) throws Exception {
            processElement(input, 0);
        }

        List<Report> reports() {
            var written = getSideOutput(SchedulerFunction.REPORTS);
            return written == null
                    ? List.of()
                    : written.stream().map(StreamRecord::getValue).toList();
        }

        void readBack() throws Exception {
            while (read < reports().size()) {
                take(SchedulerInput.of(reports().get(read++).readAt(offset++)));
            }
        }

        void pass(long millis) throws Exception {
            for (long until = getProcessingTime() + millis; getProcessingTime() < until; ) {
                setProcessingTime(Math.min(until, getProcessingTime() + 50));
                readBack();
            }
        }

        int entries(Space space) throws Exception {
            Map<String, byte[]> entries = StateEntries.of(this, StateStore.descriptor(space));
            return entries.size();
        }
    }

    private Harness harness(OperatorSubtaskState state, long checkpoint) throws Exception {
        Harness harness = new Harness();
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
        for (Harness harness : opened) {
            harness.close();
        }
    }

    @Test
    void beginsItsRunBeforeItAnnouncesAndReleasesOnlyWhatItReadBack() throws Exception {
        Harness harness = harness(null, 0);
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
        Harness harness = harness(null, 0);
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
    void leavesNothingBehindOfWishesThatWereWithdrawn() throws Exception {
        Harness harness = harness(null, 0);
        for (int i = 1; i <= 40; i++) {
            harness.take(SchedulerInput.of(add(i)));
        }
        assertThat(harness.entries(Space.WISHES)).isEqualTo(40);
        for (int i = 1; i <= 40; i++) {
            harness.take(SchedulerInput.of(wish(Wish.Kind.NO_LIST_WISH, i)));
        }
        harness.take(SchedulerInput.of(INSTANCE, activations(GOLD)));
        harness.readBack();
        harness.pass(5_000);
        assertThat(harness.entries(Space.WISHES)).isZero();
        assertThat(harness.entries(Space.PAGES)).isZero();
        assertThat(harness.entries(Space.QUEUES)).isZero();
        assertThat(harness.entries(Space.BOOK)).isEqualTo(1);
    }

    @Test
    void afterARestoreItsTimerRingsAndANewRunEndsWhatTheOldOneAnnounced() throws Exception {
        OperatorSubtaskState state;
        Harness harness = harness(null, 0);
        harness.take(SchedulerInput.of(INSTANCE, activations(GOLD)));
        harness.take(SchedulerInput.of(add(1)));
        harness.readBack();
        harness.pass(1_000);
        assertThat(harness.entries(Space.CALLS)).isPositive();
        state = harness.snapshot(7, NOW);
        Harness restored = harness(state, 7);
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

    private static Wish add(long lead) {
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
