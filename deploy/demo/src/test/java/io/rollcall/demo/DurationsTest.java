package io.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurationsTest {

    private final Durations durations = new Durations();

    @Test
    void ofNothingEveryPercentileIsZero() {
        assertThat(durations.percentile(99)).isZero();
    }

    @Test
    void percentilesAreMeasuredValues() {
        for (int i = 100; i >= 1; i--) {
            durations.add(i);
        }
        assertThat(durations.percentile(50)).isEqualTo(50);
        assertThat(durations.percentile(99)).isEqualTo(99);
        assertThat(durations.percentile(100)).isEqualTo(100);
    }
}
