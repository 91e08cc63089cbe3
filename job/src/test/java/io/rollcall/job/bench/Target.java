package io.rollcall.job.bench;

import java.util.List;

/**
 * How many times as fast as another job ours is to be, and what a small run of it reaches: with a
 * hundred thousand people the naive job's state stays in memory, where it is twice as fast, and
 * half a million events are over too soon. Seven runs had 0.31 to 0.52, 1.93 to 2.58 and 3.78 to
 * 5.13; of exports five had 5.47 to 7.53, and two, since the decoder is faster, 8.26 and 8.33.
 */
record Target(String other, Workload workload, double wanted, double small) {

    static final List<Target> ALL =
            List.of(
                    new Target("null", Workload.STEADY, 0.5, 0.4),
                    new Target("naive", Workload.STEADY, 3, 2.3),
                    new Target("naive", Workload.LOAD, 2, 2),
                    new Target("naive", Workload.AEP, 10, 7.5));
}
