package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.metric.Metrics;
import io.rollcall.report.Report;

/** Counts ends. Written to from the client's threads too. */
final class CallerMetrics {

    private final Metrics<CallerMetric> metrics;

    CallerMetrics(Metrics<CallerMetric> metrics) {
        this.metrics = metrics;
    }

    void watch(Instance instance, Caller caller) {
        String munchkinId = instance.munchkinId();
        metrics.show(CallerMetric.TOKEN_AGE_SECONDS, () -> caller.tokenAge(munchkinId), munchkinId);
    }

    void ended(Report report, long millis) {
        String[] labels = {report.instance(), report.call().name(), report.verdict().name()};
        metrics.add(CallerMetric.CALLS, 1, labels);
        metrics.add(CallerMetric.CALL_MILLIS, millis, labels);
        if (report.code() != null) {
            String code = ErrorTable.label(report.code());
            metrics.add(CallerMetric.ERRORS, 1, report.instance(), code);
        }
    }

    void lost(Report report) {
        metrics.add(CallerMetric.ENDS_LOST, 1, report.instance());
    }
}
