package io.rollcall.job.activations;

import static io.rollcall.metric.MetricSpec.counter;

import io.rollcall.metric.Metric;
import io.rollcall.metric.MetricSpec;

/** What the roster counts. */
public enum RosterMetric implements Metric {
    REFUSED(counter("Activations of the topic that were refused; the outcomes say why."));

    private final MetricSpec spec;

    RosterMetric(MetricSpec spec) {
        this.spec = spec;
    }

    @Override
    public MetricSpec spec() {
        return spec;
    }
}
