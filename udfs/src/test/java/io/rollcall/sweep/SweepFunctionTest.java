package io.rollcall.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.Bucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepFunctionTest {

    /** The slow tour is out of the way: an hour for 16,384 buckets is one in 220 ms. */
    static final SweepSettings SETTINGS =
            new SweepSettings(Duration.ofHours(1), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private static final List<Integer> EVERY_BUCKET =
            IntStream.range(0, Bucket.COUNT).boxed().toList();

    private final List<SweepHarness> opened = new ArrayList<>();

    private SweepHarness harness(SweepSettings settings, OperatorSubtaskState state)
            throws Exception {
        SweepHarness harness = new SweepHarness(settings);
        opened.add(harness);
        harness.setup();
        if (state == null) {
            harness.initializeEmptyState();
        } else {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    @AfterEach
    void close() throws Exception {
        for (SweepHarness harness : opened) {
            harness.close();
        }
    }

    @Test
    void walksEveryBucketOnceAPeriodForEverAtAnEvenPace() throws Exception {
        Duration period = Duration.ofMinutes(1);
        SweepHarness harness =
                harness(new SweepSettings(period, Duration.ofDays(1), Duration.ofDays(1)), null);
        harness.change(1);
        harness.pass(period.dividedBy(2));
        assertThat(harness.buckets()).hasSizeBetween(Bucket.COUNT / 2 - 60, Bucket.COUNT / 2 + 60);
        harness.pass(period.dividedBy(2).plusMillis(100));
        harness.buckets();
        harness.pass(period.plusMillis(100));
        assertThat(harness.buckets()).containsAll(EVERY_BUCKET);
    }

    @Test
    void makesOneFastTourFiveSecondsAfterAChange() throws Exception {
        SweepHarness harness = harness(SETTINGS, null);
        harness.change(1);
        harness.pass(Duration.ofMillis(4_900));
        assertThat(harness.buckets()).hasSizeLessThan(30);
        harness.change(1);
        harness.pass(Duration.ofMillis(10_200));
        assertThat(harness.buckets()).containsAll(EVERY_BUCKET);
        harness.change(1);
        harness.pass(Duration.ofSeconds(10));
        assertThat(harness.buckets()).hasSizeLessThan(60);
    }

    @Test
    void makesAnotherFastTourForAChangeDuringOne() throws Exception {
        SweepHarness harness = harness(SETTINGS, null);
        harness.change(1);
        harness.pass(Duration.ofSeconds(8));
        harness.change(2);
        harness.pass(Duration.ofSeconds(18));
        List<Integer> buckets = harness.buckets();
        assertThat(buckets).hasSizeBetween(2 * Bucket.COUNT, 2 * Bucket.COUNT + 200);
        Map<Integer, Long> times =
                buckets.stream().collect(Collectors.groupingBy(b -> b, Collectors.counting()));
        assertThat(times)
                .hasSize(Bucket.COUNT)
                .allSatisfy((b, n) -> assertThat(n).isGreaterThan(1));
        harness.pass(Duration.ofSeconds(10));
        assertThat(harness.buckets()).hasSizeLessThan(60);
    }

    @Test
    void goesOnAfterARestoreWithoutAFlood() throws Exception {
        OperatorSubtaskState state;
        List<Integer> seen;
        SweepHarness harness = harness(SETTINGS, null);
        harness.change(1);
        harness.pass(Duration.ofSeconds(10));
        seen = new ArrayList<>(harness.buckets());
        state = harness.snapshot(1, 0);
        assertThat(seen).doesNotContain(Bucket.COUNT - 1);
        SweepHarness restored = harness(SETTINGS, state);
        restored.setProcessingTime(Duration.ofHours(5).toMillis());
        assertThat(restored.buckets()).hasSizeLessThan(Bucket.COUNT / 2);
        restored.change(1);
        restored.pass(Duration.ofSeconds(10));
        seen.addAll(restored.buckets());
        assertThat(restored.numProcessingTimeTimers()).isEqualTo(1);
        assertThat(seen).contains(Bucket.COUNT - 1);
    }
}
