package io.rollcall.schedule.calls;

import io.rollcall.report.CallKind;

/** How long Marketo takes for a call (ms): as observed, or a share of that. */
record Latencies(double share) {

    static final Latencies OBSERVED = new Latencies(1);

    long of(CallKind kind) {
        return (long)
                (share
                        * switch (kind) {
                            case LOOKUP -> 400;
                            case UPSERT -> 1_200;
                            default -> 500;
                        });
    }
}
