package io.rollcall.ledger;

import io.rollcall.marketo.ErrorTable;
import io.rollcall.metric.Metrics;
import io.rollcall.outcome.Outcome;
import io.rollcall.outcome.Outcome.Change;
import io.rollcall.outcome.Outcome.Status;

/**
 * The metrics of each activation: where its people stand as of the last tour, in the words of
 * Adobe's monitoring, and what was done since the start. A sum over subtasks is the whole.
 */
final class ActivationBoard {

    private final Metrics<LedgerMetric> metrics;
    private final Tallies tallies = new Tallies(this::register);

    ActivationBoard(Metrics<LedgerMetric> metrics) {
        this.metrics = metrics;
    }

    private void register(String activation) {
        for (Tally tally : Tally.values()) {
            metrics.show(tally.metric(), () -> tallies.total(activation, tally), activation);
        }
    }

    void count(Target target, Tally what) {
        tallies.count(Tallies.key(target), what);
    }

    void swept(int bucket) {
        tallies.close(bucket);
    }

    void outcome(Outcome outcome) {
        String activation = outcome.instance() + "/" + outcome.listId();
        if (outcome.status() == Status.REJECTED) {
            String code = ErrorTable.label(outcome.code());
            metrics.add(LedgerMetric.REJECTED_BY_CODE, 1, activation, code);
        } else if (outcome.status() == Status.APPLIED && outcome.listId() != 0) {
            applied(outcome, activation);
        }
    }

    private void applied(Outcome outcome, String activation) {
        boolean added = outcome.change() == Change.ADD;
        if (!added && outcome.change() != Change.REMOVE) {
            return;
        }
        metrics.add(added ? LedgerMetric.ADDED : LedgerMetric.REMOVED, 1, activation);
        if (outcome.assertedAt() > 0) {
            long millis = outcome.decidedAt() - outcome.assertedAt();
            metrics.record(LedgerMetric.APPLIED_AFTER_MILLIS, Math.max(0, millis), activation);
        }
    }
}
