package io.rollcall.job.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.LongAdder;

/** How many assertions have come to the end of a job; static, since all is one JVM. */
final class Tally {

    private static final LongAdder COUNT = new LongAdder();
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Tally() {}

    static void add(int assertions) {
        COUNT.add(assertions);
    }

    static void reset() {
        COUNT.reset();
    }

    static long count() {
        return COUNT.sum();
    }

    /** How far a job was at some time, and what this process had used of the cores (ns). */
    record Mark(long count, long nanos, long cpu) {

        static Mark now() {
            return new Mark(COUNT.sum(), System.nanoTime(), MACHINE.getProcessCpuTime());
        }

        double rateUntil(Mark later) {
            return (later.count - count) / ((later.nanos - nanos) / 1e9);
        }

        /** Microseconds of a core for each assertion. */
        double costUntil(Mark later) {
            return (later.cpu - cpu) / 1e3 / (later.count - count);
        }
    }
}
