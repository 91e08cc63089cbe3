package io.rollcall.schedule;

import static io.rollcall.testing.Example.INSTANCE;
import static io.rollcall.testing.Example.activations;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.schedule.SchedulerStore.Space;
import org.junit.jupiter.api.Test;

/** Wishes that wait for calls stand in RocksDB; of their number the heap knows nothing. */
class BacklogTest {

    private static final int FEW = 10_000;
    private static final int MANY = 150_000;

    /** A wish on the heap takes some 300 bytes; 60 for each are noise. */
    private static final long NOISE = 60L * (MANY - FEW);

    @Test
    void theHeapDoesNotGrowWithTheBacklog() throws Exception {
        SchedulerHarness harness = new SchedulerHarness();
        harness.setup();
        harness.initializeEmptyState();
        harness.open();
        harness.take(SchedulerInput.of(INSTANCE, activations(SchedulerFunctionTest.GOLD)));
        harness.readBack();
        harness.pass(1_000);

        wish(harness, 1, FEW);
        long few = heap();
        wish(harness, FEW + 1, MANY);
        long many = heap();

        assertThat(many - few).isLessThan(NOISE);
        assertThat(harness.entries(Space.WISHES)).isEqualTo(MANY);
        harness.close();
    }

    /** No call is ever answered, as when the day's calls are used up. */
    private static void wish(SchedulerHarness harness, int from, int to) throws Exception {
        for (int lead = from; lead <= to; lead++) {
            harness.take(SchedulerInput.of(SchedulerFunctionTest.add(lead)));
        }
        harness.pass(500);
    }

    /** In use once garbage is collected, in bytes. */
    private static long heap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
