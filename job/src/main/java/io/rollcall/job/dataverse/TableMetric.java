package io.rollcall.job.dataverse;

import static io.rollcall.metric.MetricSpec.counter;
import static io.rollcall.metric.MetricSpec.gauge;

import io.rollcall.metric.Metric;
import io.rollcall.metric.MetricSpec;

/** What the reader of Dataverse counts, table by table. */
public enum TableMetric implements Metric {
    ROWS(counter("Rows read.").by("table")),
    PAGES(counter("Pages read.").by("table")),
    TROUBLES(counter("Pages that did not come.").by("table", "trouble")),
    COMPLETE_AT(gauge("When the table was last read to its end, in epoch ms.").by("table"));

    private final MetricSpec spec;

    TableMetric(MetricSpec spec) {
        this.spec = spec;
    }

    @Override
    public MetricSpec spec() {
        return spec;
    }
}
