package io.rollcall.ledger;

import io.rollcall.activation.ActivationSet;
import io.rollcall.report.Report;
import java.util.Optional;

/** What every subtask of the ledger has to know; the kind says which component is set. */
public record LedgerControl(Kind kind, ActivationSet activations, ListRead read, ListHold hold) {

    public enum Kind {
        ACTIVATIONS,
        LIST_READ,
        LIST_HOLD
    }

    public static LedgerControl of(ActivationSet activations) {
        return new LedgerControl(Kind.ACTIVATIONS, activations, null, null);
    }

    /** What a report says to all of them, if anything. */
    public static Optional<LedgerControl> read(Report report) {
        if (report.kind() == Report.Kind.HELD || report.kind() == Report.Kind.RELEASED) {
            boolean held = report.kind() == Report.Kind.HELD;
            ListHold hold = new ListHold(report.instance(), report.list(), held);
            return Optional.of(new LedgerControl(Kind.LIST_HOLD, null, null, hold));
        }
        if (report.kind() != Report.Kind.LIST_READ) {
            return Optional.empty();
        }
        ListRead read =
                new ListRead(
                        report.instance(),
                        report.list(),
                        report.page().generation(),
                        report.page().complete());
        return Optional.of(new LedgerControl(Kind.LIST_READ, null, read, null));
    }
}
