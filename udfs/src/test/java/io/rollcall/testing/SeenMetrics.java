package io.rollcall.testing;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;

/** A metric group that remembers what is registered, as {@code label=value/…/name}. */
public final class SeenMetrics implements MetricGroup {

    private final String scope;
    private final Map<String, Metric> all;

    public SeenMetrics() {
        this("", new TreeMap<>());
    }

    private SeenMetrics(String scope, Map<String, Metric> all) {
        this.scope = scope;
        this.all = all;
    }

    public Map<String, Metric> all() {
        return all;
    }

    public Object gauge(String path) {
        return ((Gauge<?>) all.get(path)).getValue();
    }

    public long count(String path) {
        return ((Counter) all.get(path)).getCount();
    }

    public Histogram histogram(String path) {
        return (Histogram) all.get(path);
    }

    private <M extends Metric> M seen(String name, M metric) {
        if (all.put(scope + name, metric) != null) {
            throw new AssertionError(scope + name + " is registered twice");
        }
        return metric;
    }

    @Override
    public Counter counter(String name) {
        return seen(name, new SimpleCounter());
    }

    @Override
    public <C extends Counter> C counter(String name, C counter) {
        return seen(name, counter);
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
        return seen(name, gauge);
    }

    @Override
    public <H extends Histogram> H histogram(String name, H histogram) {
        return seen(name, histogram);
    }

    @Override
    public <M extends Meter> M meter(String name, M meter) {
        return seen(name, meter);
    }

    @Override
    public MetricGroup addGroup(String name) {
        return new SeenMetrics(scope + name + "/", all);
    }

    @Override
    public MetricGroup addGroup(String key, String value) {
        return addGroup(key + "=" + value);
    }

    @Override
    public String[] getScopeComponents() {
        return scope.split("/");
    }

    @Override
    public Map<String, String> getAllVariables() {
        return Map.of();
    }

    @Override
    public String getMetricIdentifier(String name) {
        return scope + name;
    }

    @Override
    public String getMetricIdentifier(String name, CharacterFilter filter) {
        return scope + name;
    }
}
