package io.rollcall.call;

import static io.rollcall.metric.MetricSpec.INSTANCE;
import static io.rollcall.metric.MetricSpec.counter;
import static io.rollcall.metric.MetricSpec.gauge;

import io.rollcall.metric.Metric;
import io.rollcall.metric.MetricSpec;

/** What the caller sees of Marketo. */
public enum CallerMetric implements Metric {
    CALLS(counter("Calls ended, by kind and verdict.").by(INSTANCE, "kind", "verdict")),
    CALL_MILLIS(
            counter("Milliseconds spent in calls: divide by the calls.")
                    .by(INSTANCE, "kind", "verdict")),
    ERRORS(counter("Calls that ended with a code.").by(INSTANCE, "code")),
    TOKEN_AGE_SECONDS(gauge("How old the access token is, 0 without one.").by(INSTANCE)),
    ENDS_LOST(
            counter(
                            "Ends that nobody took, since the task was gone: the next run settles"
                                    + " these calls.")
                    .by(INSTANCE));

    private final MetricSpec spec;

    CallerMetric(MetricSpec spec) {
        this.spec = spec;
    }

    @Override
    public MetricSpec spec() {
        return spec;
    }
}
