package io.rollcall.job.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.MapFunction;

/** When the first message, and the first later one, was decoded; static, since all is one JVM. */
final class Marks {

    private static final AtomicLong COUNT = new AtomicLong();
    private static volatile long border;
    private static volatile long firstNanos;
    private static volatile long borderNanos;

    private Marks() {}

    static void reset(long firstMessages) {
        COUNT.set(0);
        border = firstMessages;
    }

    /** Messages a second: of the first messages, and of the later ones until the job's end. */
    record Rates(double first, double later) {}

    static Rates rates(long endNanos) {
        double first = border / ((borderNanos - firstNanos) / 1e9);
        double later = (COUNT.get() - border) / ((endNanos - borderNanos) / 1e9);
        return new Rates(first, later);
    }

    /** Lets everything through. */
    static final class Counting<T> implements MapFunction<T, T> {

        @Override
        public T map(T value) {
            long count = COUNT.incrementAndGet();
            if (count == 1) {
                firstNanos = System.nanoTime();
            } else if (count == border) {
                borderNanos = System.nanoTime();
            }
            return value;
        }
    }
}
