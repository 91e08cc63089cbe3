package io.rollcall.sweep;

import static io.rollcall.metric.MetricSpec.gauge;

import io.rollcall.metric.Metric;
import io.rollcall.metric.MetricSpec;

/** How far the walks over everybody are. */
public enum SweepMetric implements Metric {
    EXPORTED_PERCENT(
            gauge(
                    "How far the export after a change of activations is; 100 when there is none"
                            + " under way.")),
    TOUR_PERCENT(gauge("How far the tour is that goes on for ever, one a sweep.period."));

    private final MetricSpec spec;

    SweepMetric(MetricSpec spec) {
        this.spec = spec;
    }

    @Override
    public MetricSpec spec() {
        return spec;
    }
}
