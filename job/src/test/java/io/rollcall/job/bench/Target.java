package io.rollcall.job.bench;

import java.util.List;

/**
 * How many times as fast as another job ours is to be, and what a small run of it reaches: with a
 * hundred thousand people the naive job's state stays in memory, where it is twice as fast. With
 * half a million messages nine runs had 0.31 to 0.52, 1.93 to 2.84, 2.56 to 5.13 and 3.60 to 8.33,
 * since exports were over in a second; with three times as many three had 0.39 to 0.46, 2.14 to
 * 3.39, 4.02 to 4.31 and 6.82 to 9.30.
 */
record Target(String other, Workload workload, double wanted, double small) {

    static final List<Target> ALL =
            List.of(
                    new Target("null", Workload.STEADY, 0.5, 0.4),
                    new Target("naive", Workload.STEADY, 3, 2.3),
                    new Target("naive", Workload.LOAD, 2, 2),
                    new Target("naive", Workload.AEP, 10, 6));
}
