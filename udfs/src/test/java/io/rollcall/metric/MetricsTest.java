package io.rollcall.metric;

import static io.rollcall.metric.MetricSpec.counter;
import static io.rollcall.metric.MetricSpec.gauge;
import static io.rollcall.metric.MetricSpec.histogram;
import static io.rollcall.metric.MetricSpec.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.testing.SeenMetrics;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private enum Some implements Metric {
        TOO_MANY(counter("")),
        CALLS(counter("").by("kind", "verdict")),
        BATCH(histogram("").by("kind")),
        DEPTH(gauge("").by("lane")),
        WORDS(text(""));

        private final MetricSpec spec;

        Some(MetricSpec spec) {
            this.spec = spec;
        }

        @Override
        public MetricSpec spec() {
            return spec;
        }
    }

    private final SeenMetrics seen = new SeenMetrics();
    private final Metrics<Some> metrics = new Metrics<>(seen, Some.class);

    @Test
    void aPlainCounterIsThereBeforeAnythingHappens() {
        assertThat(seen.all()).containsOnlyKeys("tooMany");
        metrics.add(Some.TOO_MANY, 3);

        assertThat(seen.count("tooMany")).isEqualTo(3);
    }

    @Test
    void countsByLabelsInTheirOrder() {
        metrics.add(Some.CALLS, 1, "ADD", "DONE");
        metrics.add(Some.CALLS, 2, "ADD", "DONE");
        metrics.add(Some.CALLS, 1, "ADD", "PERHAPS");

        assertThat(seen.count("kind=ADD/verdict=DONE/calls")).isEqualTo(3);
        assertThat(seen.count("kind=ADD/verdict=PERHAPS/calls")).isEqualTo(1);
    }

    @Test
    void tellsHowValuesAreSpread() {
        metrics.record(Some.BATCH, 1, "ADD");
        metrics.record(Some.BATCH, 299, "ADD");

        assertThat(seen.histogram("kind=ADD/batch").getStatistics().getMax()).isEqualTo(299);
    }

    @Test
    void asksAGaugeWhenItIsLookedAt() {
        int[] depth = {1};
        metrics.show(Some.DEPTH, () -> depth[0], "removals");
        depth[0] = 7;

        assertThat(seen.gauge("lane=removals/depth")).isEqualTo(7);
    }

    @Test
    void isNamedAsFlinksPrometheusReporterNamesIt() {
        assertThat(Some.TOO_MANY.prometheus())
                .isEqualTo("flink_taskmanager_job_task_operator_tooMany");
        assertThat(Some.CALLS.prometheus())
                .isEqualTo("flink_taskmanager_job_task_operator_kind_verdict_calls");
        assertThat(Some.WORDS.prometheus()).isNull();
    }
}
