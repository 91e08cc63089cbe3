package io.rollcall.metric;

import java.util.List;

/**
 * What a metric is, by what it is labelled, and what it says: a line for whoever looks at it at
 * night.
 */
public record MetricSpec(Kind kind, List<String> labels, String help) {

    /** Whatever is about one instance has this label; Prometheus takes {@code instance} itself. */
    public static final String INSTANCE = "munchkin_id";

    /** {@code <munchkin id>/<list id>}. */
    public static final String ACTIVATION = "activation";

    public enum Kind {
        /** Since the operator started: look at its rate. */
        COUNTER,
        GAUGE,
        /** The last thousand values, as quantiles. */
        HISTOGRAM,
        /** Words, for the web UI only: Prometheus takes no text. */
        TEXT
    }

    public static MetricSpec counter(String help) {
        return new MetricSpec(Kind.COUNTER, List.of(), help);
    }

    public static MetricSpec gauge(String help) {
        return new MetricSpec(Kind.GAUGE, List.of(), help);
    }

    public static MetricSpec histogram(String help) {
        return new MetricSpec(Kind.HISTOGRAM, List.of(), help);
    }

    public static MetricSpec text(String help) {
        return new MetricSpec(Kind.TEXT, List.of(), help);
    }

    /** The same for each value of these labels, in this order. */
    public MetricSpec by(String... names) {
        return new MetricSpec(kind, List.of(names), help);
    }
}
