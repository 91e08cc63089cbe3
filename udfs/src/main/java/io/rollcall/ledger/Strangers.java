package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.activation.Instance;

/**
 * What should be true of someone on a list of whom the audience never said anything, as {@code
 * initial-members} has it. A list names a lead by each of its identities: only the row that goes by
 * the first of them is judged, or one person would be a stranger to their own list.
 */
final class Strangers {

    private final Plan plan;
    private final Said said;
    private final Instance instance;

    Strangers(Plan plan, Said said, Instance instance) {
        this.plan = plan;
        this.said = said;
        this.instance = instance;
    }

    Desire desire(Target target, InstanceRow row, Desire none) {
        Activation activation = target.activation();
        if (row == null || row.list(target.list()) == null || !isMainName(row)) {
            return none;
        }
        Reported reported = Belief.of(row, target, plan.readGeneration(target));
        return switch (activation.handling().initialMembers()) {
            case KEEP, REFUSE -> none;
            case ADOPT -> reported == Reported.IN ? adopted(activation) : none;
            case REPLACE ->
                    // A removal that perhaps ran is still wanted, and so is that of a further lead.
                    plan.judgesStrangers(target, said.now)
                                    && (reported == Reported.IN
                                            || reported == Reported.UNKNOWN
                                            || !row.list(target.list()).others.isEmpty())
                            ? new Desire(Desired.OUT, false, 0, false)
                            : none;
        };
    }

    private Desire adopted(Activation activation) {
        if (activation.clearsAt(said.now)) {
            return new Desire(Desired.OUT, false, activation.end(), true, true);
        }
        boolean unasked = activation.consentRule() == ConsentRule.OPT_IN;
        boolean keptOff = unasked && Consent.blocks(said.row, activation);
        return new Desire(keptOff ? Desired.OUT : Desired.IN, keptOff, 0, true);
    }

    private boolean isMainName(InstanceRow row) {
        String namespace = said.person.substring(0, Math.max(0, said.person.indexOf(':')));
        return row.aliasOf == null && instance.lookup().get(0).namespace().equals(namespace);
    }
}
