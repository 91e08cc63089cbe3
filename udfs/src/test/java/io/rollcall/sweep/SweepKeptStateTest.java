package io.rollcall.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Bucket;
import io.rollcall.testing.KeptState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** State that an earlier version wrote means the same to this one. */
class SweepKeptStateTest {

    private static final String OPERATOR = "sweep";

    @BeforeAll
    static void keepIfAsked() throws Exception {
        if (!KeptState.asked()) {
            return;
        }
        SweepHarness harness = new SweepHarness(SweepFunctionTest.SETTINGS);
        harness.setup();
        harness.initializeEmptyState();
        harness.open();
        harness.change(1);
        harness.pass(Duration.ofSeconds(10));
        KeptState.keep(OPERATOR, harness.snapshot(1, 0));
        harness.close();
    }

    @Test
    void walksTheOtherHalf() throws Exception {
        SweepHarness harness = new SweepHarness(SweepFunctionTest.SETTINGS);
        harness.setup();
        harness.initializeState(KeptState.of(OPERATOR));
        harness.open();
        harness.change(1);
        harness.setProcessingTime(10_000);
        harness.pass(Duration.ofSeconds(10));
        List<Integer> buckets = harness.buckets();
        assertThat(buckets)
                .contains(Bucket.COUNT - 1)
                .hasSizeBetween(Bucket.COUNT / 2 - 400, Bucket.COUNT / 2 + 400);
        harness.close();
    }
}
