package io.rollcall.ledger;

import io.rollcall.activation.ActivationSet;
import io.rollcall.report.Report;
import java.util.Optional;

/** What every subtask of the ledger has to know; the kind says which component is set. */
public record LedgerControl(Kind kind, ActivationSet activations, ListRead read) {

    public enum Kind {
        ACTIVATIONS,
        LIST_READ
    }

    public static LedgerControl of(ActivationSet activations) {
        return new LedgerControl(Kind.ACTIVATIONS, activations, null);
    }

    /** What a report says to all of them, if anything. */
    public static Optional<LedgerControl> read(Report report) {
        if (report.kind() != Report.Kind.LIST_READ) {
            return Optional.empty();
        }
        ListRead read =
                new ListRead(
                        report.instance(),
                        report.list(),
                        report.page().generation(),
                        report.page().complete());
        return Optional.of(new LedgerControl(Kind.LIST_READ, null, read));
    }
}
