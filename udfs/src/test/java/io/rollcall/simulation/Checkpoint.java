package io.rollcall.simulation;

import io.rollcall.call.Call;
import io.rollcall.ledger.LedgerControl;
import io.rollcall.testing.MemoryStore;
import io.rollcall.wish.Wish;
import java.util.List;
import java.util.Set;

/** A consistent cut through a job, channels included. */
record Checkpoint(
        long id,
        MemoryRows rows,
        MemoryStore store,
        List<LedgerControl> controls,
        List<Wish> underWay,
        List<Call> inCaller,
        Set<String> openWishes,
        Positions positions) {

    /** Where each source stands. */
    record Positions(int events, int ledger, int scheduler) {}

    static Checkpoint none() {
        return new Checkpoint(
                0,
                new MemoryRows(),
                new MemoryStore(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                new Positions(0, 0, 0));
    }
}
