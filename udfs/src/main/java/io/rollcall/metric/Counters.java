package io.rollcall.metric;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** One Flink counter for each constant: {@code TOO_MANY} counts as {@code tooMany}. */
public final class Counters<E extends Enum<E>> {

    private final Map<E, Counter> counters;

    public Counters(MetricGroup group, Class<E> what) {
        counters = new EnumMap<>(what);
        for (E constant : what.getEnumConstants()) {
            counters.put(constant, group.counter(name(constant)));
        }
    }

    public void add(E what, long by) {
        counters.get(what).inc(by);
    }

    /** The name under which Flink shows it. */
    public static String name(Enum<?> constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.name().toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)));
            name.append(word, 1, word.length());
        }
        return name.toString();
    }
}
