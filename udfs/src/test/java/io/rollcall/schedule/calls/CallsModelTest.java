package io.rollcall.schedule.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.report.CallKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The ratios that {@code scripts/bench model} prints, held to their targets: simulated time, so
 * they are the same on every machine.
 */
class CallsModelTest {

    private static final double BATCH = 300;
    private static final double HARDLY_MORE = 1.03;

    /** Calls in 20 s, and how long one is under way (s). */
    private static final double WINDOW = 100;

    private static final double LATENCY = 0.5;

    @Test
    void aBacklogTakesHardlyMoreCallsThanItMust() {
        List<Measured> phases = CallsModel.run("backlog");
        int cold = calls(phases.get(0), CallKind.LOOKUP) + calls(phases.get(0), CallKind.ADD);

        assertThat(cold / (2 * least(phases.get(0)))).isLessThanOrEqualTo(HARDLY_MORE);
        assertThat(calls(phases.get(1), CallKind.REMOVE) / least(phases.get(1)))
                .isLessThanOrEqualTo(HARDLY_MORE);
        assertThat(calls(phases.get(2), CallKind.ADD) / least(phases.get(2)))
                .isLessThanOrEqualTo(HARDLY_MORE);
    }

    @Test
    void whoIsBackWithinTheFlushCostsNoCall() {
        assertThat(CallsModel.run("flips").get(1).tally().total()).isZero();
    }

    @Test
    void aBurstGoesAsFastAsMarketosWindowLetsIt() {
        Measured burst = CallsModel.run("burst").get(0);
        double possible = burst.tally().total() * (20 + LATENCY) / WINDOW;

        assertThat(burst.seconds()).isLessThanOrEqualTo((long) Math.ceil(possible / 0.97));
    }

    private static double least(Measured phase) {
        return phase.changes() / BATCH;
    }

    private static int calls(Measured phase, CallKind kind) {
        return phase.tally().calls.getOrDefault(kind, 0);
    }
}
