package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.report.Report;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** Counts ends. Written to from the client's threads too. */
final class CallerMetrics {

    private final MetricGroup group;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    CallerMetrics(MetricGroup group) {
        this.group = group;
    }

    void watch(Instance instance, Caller caller) {
        String munchkinId = instance.munchkinId();
        Gauge<Long> age = () -> caller.tokenAge(munchkinId);
        group.addGroup("instance", munchkinId).gauge(CallerMetric.TOKEN_AGE.title(), age);
    }

    void ended(Report report, long millis) {
        String[] labels = {
            "instance", report.instance(),
            "kind", report.call().name(),
            "verdict", report.verdict().name()
        };
        counter(CallerMetric.CALLS, labels).inc();
        counter(CallerMetric.MILLIS, labels).inc(millis);
        if (report.code() != null) {
            // Codes come from outside: only known ones may become names.
            String code = ErrorTable.knows(report.code()) ? report.code() : "other";
            counter(CallerMetric.ERRORS, "instance", report.instance(), "code", code).inc();
        }
    }

    void lost() {
        counter(CallerMetric.ENDS_LOST).inc();
    }

    private Counter counter(CallerMetric metric, String... labels) {
        String key = metric.title() + String.join("|", labels);
        return counters.computeIfAbsent(key, absent -> register(metric, labels));
    }

    private Counter register(CallerMetric metric, String... labels) {
        MetricGroup labelled = group;
        for (int i = 0; i < labels.length; i += 2) {
            labelled = labelled.addGroup(labels[i], labels[i + 1]);
        }
        return labelled.counter(metric.title(), new ThreadSafeSimpleCounter());
    }
}
