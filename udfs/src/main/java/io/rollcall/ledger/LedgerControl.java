package io.rollcall.ledger;

import io.rollcall.activation.ActivationSet;
import io.rollcall.report.Report;

/** What every subtask of the ledger has to know; the kind says which component is set. */
public record LedgerControl(Kind kind, ActivationSet activations, ListRead read) {

    public enum Kind {
        ACTIVATIONS,
        LIST_READ
    }

    public static LedgerControl of(ActivationSet activations) {
        return new LedgerControl(Kind.ACTIVATIONS, activations, null);
    }

    /** Of a {@code LIST_READ} report only. */
    public static LedgerControl of(Report report) {
        ListRead read =
                new ListRead(
                        report.instance(),
                        report.list(),
                        report.page().generation(),
                        report.page().complete());
        return new LedgerControl(Kind.LIST_READ, null, read);
    }
}
