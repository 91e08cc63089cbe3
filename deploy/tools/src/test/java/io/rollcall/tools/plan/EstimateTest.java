package io.rollcall.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.activation.Limits;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Limits LIMITS = new Limits(50, 5, 25_000, 50_000, 10_000, 0.1, 10_000);

    @Test
    void countsFullBatchesOfEveryKindOfCall() {
        assertThat(Estimate.of(100_000, 0.9, false, 599).words(LIMITS, false))
                .isEqualTo(
                        "100,000 people: 334 look-ups, 300 additions, 2 list reads = 636 calls; 4 min"
                                + " at least; 2.8 % of a day's calls; 0 people created");
    }

    @Test
    void countsWhomItWouldCreateAndHowManyDaysThatTakes() {
        assertThat(Estimate.of(100_000, 0.75, true, 0).words(LIMITS, true))
                .contains(
                        "334 upserts, 334 additions",
                        "25,000 people created, at 10,000 a day in 3");
    }

    @Test
    void calledSeldomTheWindowIsTheBrakeCalledSlowlyTheAnswersAre() {
        Estimate estimate = Estimate.of(30_000, 1, true, 0);
        assertThat(estimate.calls()).isEqualTo(201);

        Limits narrow = new Limits(10, 10, 25_000, 50_000, 10_000, 0.1, 10_000);
        assertThat(estimate.atLeast(narrow, true)).hasSeconds(402);
        Limits single = new Limits(100, 1, 25_000, 50_000, 10_000, 0.1, 10_000);
        assertThat(estimate.atLeast(single, true)).hasSeconds(171);
    }
}
