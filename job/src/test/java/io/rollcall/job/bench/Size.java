package io.rollcall.job.bench;

import java.io.Serializable;

/** How much of everything: people, audiences of each, and single events after the first exports. */
record Size(int people, int audiences, int later) implements Serializable {

    int messages(Workload workload) {
        return switch (workload) {
            case LOAD -> people;
            case STEADY, SKEWED -> later;
            case AEP -> Math.max(1, later / 10);
        };
    }

    long assertions(Workload workload) {
        return (long) messages(workload) * (workload.isExport() ? audiences : 1);
    }

    long memberships() {
        return (long) people * audiences;
    }
}
