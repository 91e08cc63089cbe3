package io.rollcall.job.kafka;

import static io.rollcall.metric.MetricSpec.counter;

import io.rollcall.metric.Metric;
import io.rollcall.metric.MetricSpec;
import java.util.List;

/** What the two readers of the reports topic count. */
public enum ReportsMetric implements Metric {
    REPORTS_READ(counter("Reports of this job.")),
    REPORTS_FOREIGN(counter("Reports of other jobs on the topic.")),
    REPORTS_UNKNOWN(counter("Reports of a kind that a later version writes.")),
    REPORTS_UNREADABLE(counter("Records that are no reports."));

    private final MetricSpec spec;

    ReportsMetric(MetricSpec spec) {
        this.spec = spec;
    }

    @Override
    public List<String> within() {
        return List.of("deserializer");
    }

    @Override
    public MetricSpec spec() {
        return spec;
    }
}
