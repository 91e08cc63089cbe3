package io.rollcall.job.bench;

import java.util.List;

/**
 * How many times as fast as another job ours is to be, and what a small run of it reaches: with a
 * hundred thousand people the naive job's state stays in memory, where single events take it half
 * as long. Seven small runs had 0.39 to 0.56 of null, and of naive 2.14 to 3.39 in steady and 4.02
 * to 5.20 in load; three since exports are stepped over had 8.74 to 11.94 in them.
 */
record Target(String other, Workload workload, double wanted, double small) {

    static final List<Target> ALL =
            List.of(
                    new Target("null", Workload.STEADY, 0.5, 0.5),
                    new Target("naive", Workload.STEADY, 3, 2.3),
                    new Target("naive", Workload.LOAD, 2, 2),
                    new Target("naive", Workload.AEP, 10, 10));
}
