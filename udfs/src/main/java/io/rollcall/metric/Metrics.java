package io.rollcall.metric;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/**
 * The metrics of one operator as Flink's. Plain counters are there from the start; what has labels
 * is registered when it first has something to say, from any thread.
 */
public final class Metrics<M extends Enum<M> & Metric> {

    private static final int HISTOGRAM_VALUES = 1_000;

    private final MetricGroup group;
    private final Map<M, Counter> plain;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final Map<String, Histogram> histograms = new ConcurrentHashMap<>();

    public Metrics(MetricGroup group, Class<M> all) {
        this.group = group;
        this.plain = new EnumMap<>(all);
        for (M metric : all.getEnumConstants()) {
            MetricSpec spec = metric.spec();
            if (spec.kind() == MetricSpec.Kind.COUNTER && spec.labels().isEmpty()) {
                plain.put(metric, group.counter(metric.title()));
            }
        }
    }

    /** For a counter without labels; from the task's thread. */
    public void add(M what, long by) {
        plain.get(what).inc(by);
    }

    public void add(M what, long by, String... labels) {
        BiFunction<MetricGroup, String, Counter> make =
                (of, title) -> of.counter(title, new ThreadSafeSimpleCounter());
        counters.computeIfAbsent(key(what, labels), any -> register(what, labels, make)).inc(by);
    }

    public void record(M what, long value, String... labels) {
        BiFunction<MetricGroup, String, Histogram> make =
                (of, title) ->
                        of.histogram(title, new DescriptiveStatisticsHistogram(HISTOGRAM_VALUES));
        histograms
                .computeIfAbsent(key(what, labels), any -> register(what, labels, make))
                .update(value);
    }

    /** Once for each gauge or text; it is asked by Flink's metrics threads. */
    public void show(M what, Gauge<?> gauge, String... labels) {
        register(what, labels, (of, title) -> of.gauge(title, gauge));
    }

    private <T> T register(M what, String[] values, BiFunction<MetricGroup, String, T> make) {
        List<String> names = what.spec().labels();
        MetricGroup labelled = group;
        for (int i = 0; i < names.size(); i++) {
            labelled = labelled.addGroup(names.get(i), values[i]);
        }
        return make.apply(labelled, what.title());
    }

    private static String key(Enum<?> what, String... labels) {
        return what.name() + "|" + String.join("|", labels);
    }
}
