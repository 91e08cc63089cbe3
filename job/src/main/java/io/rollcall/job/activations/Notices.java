package io.rollcall.job.activations;

import io.rollcall.activation.Activation;
import io.rollcall.outcome.Outcome;

/** What is told of an activation, as an outcome that is about nobody. */
final class Notices {

    private Notices() {}

    static Outcome outcome(Roster.Notice notice, long now) {
        Activation activation = notice.activation();
        boolean known = activation != null;
        return new Outcome(
                null,
                known ? activation.instance() : null,
                known ? activation.audience() : null,
                known ? activation.namespace() : null,
                known ? activation.list() : 0,
                null,
                notice.refused() ? Outcome.Status.REJECTED : Outcome.Status.APPLIED,
                0,
                null,
                "activation " + notice.key() + " " + notice.text(),
                0,
                now,
                null,
                null);
    }
}
