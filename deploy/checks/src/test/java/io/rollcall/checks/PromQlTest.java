package io.rollcall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void namesMetricsAndNothingElse() {
        assertThat(
                        PromQl.metrics(
                                "sum by (activation, code) (rate(a_calls{job=~\"$job\",x!=\"y_z\"}[5m]))"
                                        + " / on (code) group_left (x) max without(le) (b:c) > 0.05"))
                .containsExactlyInAnyOrder("a_calls", "b:c");
    }

    @Test
    void knowsOffsetsOperatorsAndFunctions() {
        assertThat(
                        PromQl.metrics(
                                "predict_linear(left[1h], 4 * 3600) < 0 and left offset 1d > bool 1"
                                        + " or vector(0)"))
                .containsExactly("left");
    }
}
