package io.rollcall.job.bench;

import java.io.Serializable;

/** How much of everything: people, audiences of each, and single events after the first exports. */
record Size(int people, int audiences, int later) implements Serializable {

    /**
     * An export is worth three events: as large as seven of them, and with fewer most people of the
     * measured half were not heard of since the start, when each row has to be read from RocksDB.
     */
    private static final int EXPORT = 3;

    int messages(Workload workload) {
        return switch (workload) {
            case LOAD -> people;
            case STEADY, SKEWED -> later;
            case AEP -> Math.max(1, later / EXPORT);
        };
    }

    long assertions(Workload workload) {
        return (long) messages(workload) * each(workload);
    }

    /** Assertions of a message. */
    int each(Workload workload) {
        return workload.isExport() ? audiences : 1;
    }

    long memberships() {
        return (long) people * audiences;
    }
}
