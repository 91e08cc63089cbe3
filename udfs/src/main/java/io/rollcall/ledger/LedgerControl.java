package io.rollcall.ledger;

import io.rollcall.activation.ActivationSet;
import io.rollcall.report.Report;
import java.util.Optional;

/** What every subtask of the ledger has to know; the kind says which component is set. */
public record LedgerControl(
        Kind kind,
        ActivationSet activations,
        ListRead read,
        ListFound found,
        Fields fields,
        ListHold hold,
        Retry retry) {

    public enum Kind {
        ACTIVATIONS,
        LIST_READ,
        LIST_HOLD,
        LIST_FOUND,
        FIELDS,
        RETRY
    }

    public static LedgerControl of(ActivationSet activations) {
        return new LedgerControl(Kind.ACTIVATIONS, activations, null, null, null, null, null);
    }

    public static LedgerControl of(ListFound found) {
        return new LedgerControl(Kind.LIST_FOUND, null, null, found, null, null, null);
    }

    public static LedgerControl of(Fields fields) {
        return new LedgerControl(Kind.FIELDS, null, null, null, fields, null, null);
    }

    /** What a report says to all of them, if anything. */
    public static Optional<LedgerControl> read(Report report) {
        return switch (report.kind()) {
            case LIST_READ ->
                    Optional.of(
                            new LedgerControl(
                                    Kind.LIST_READ,
                                    null,
                                    read(report.list(), report),
                                    null,
                                    null,
                                    null,
                                    null));
            case LIST_FOUND ->
                    Optional.of(
                            of(
                                    new ListFound(
                                            report.instance(),
                                            report.setUp().subject(),
                                            report.list())));
            case HELD, RELEASED -> Optional.of(of(hold(report)));
            case RETRY ->
                    Optional.of(
                            of(
                                    new Retry(
                                            report.instance(),
                                            report.list(),
                                            report.code(),
                                            report.offset())));
            case DESCRIBED ->
                    Optional.of(of(new Fields(report.instance(), report.setUp().fields())));
            default -> Optional.empty();
        };
    }

    public static LedgerControl of(ListHold hold) {
        return new LedgerControl(Kind.LIST_HOLD, null, null, null, null, hold, null);
    }

    public static LedgerControl of(Retry retry) {
        return new LedgerControl(Kind.RETRY, null, null, null, null, null, retry);
    }

    private static ListHold hold(Report report) {
        return new ListHold(report.instance(), report.list(), report.kind() == Report.Kind.HELD);
    }

    private static ListRead read(long list, Report report) {
        return new ListRead(
                report.instance(), list, report.page().generation(), report.page().complete());
    }

    /** What it is about: of each matter the newest counts. */
    public String matter() {
        return switch (kind) {
            case ACTIVATIONS -> "activations";
            case LIST_READ -> "read/" + read.instance() + "/" + read.list();
            case LIST_FOUND -> "found/" + found.instance() + "/" + found.name();
            case LIST_HOLD -> "hold/" + hold.instance() + "/" + hold.list();
            case FIELDS -> "fields/" + fields.instance();
            case RETRY -> "retry/" + retry.instance() + "/" + retry.list() + "/" + retry.code();
        };
    }
}
