package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.ConsentRule;
import io.rollcall.activation.Instance;

/**
 * What should be true of someone on a list of whom the audience never said anything, as {@code
 * initial-members} has it. A list names a lead by each of its identities: only the row that owns
 * the lead is judged, or while nobody claimed it the one that goes by the first of them; else one
 * person would be a stranger to their own list.
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
        Reported reported = Belief.of(row, target, plan.readGeneration(target), said.now);
        return switch (activation.handling().initialMembers()) {
            case KEEP, REFUSE -> none;
            case ADOPT -> reported == Reported.IN ? adopted(activation, row) : none;
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

    private Desire adopted(Activation activation, InstanceRow row) {
        if (activation.clearsAt(said.now)) {
            return new Desire(Desired.OUT, false, activation.end(), true, true);
        }
        boolean unasked = activation.consentRule() == ConsentRule.OPT_IN;
        boolean flagged = row.unsubscribed && instance.policy().respectUnsubscribed();
        boolean keptOff = flagged || unasked && Consent.blocks(said.row, activation);
        return new Desire(keptOff ? Desired.OUT : Desired.IN, keptOff, 0, true);
    }

    /** Whoever decides about a stranger claims the lead: another of its names may be none. */
    boolean answersFor(InstanceRow row) {
        return isMainName(row) && row.lists.stream().anyMatch(this::judges);
    }

    private boolean judges(ListRow list) {
        Target target = plan.target(instance, list.list);
        return target != null
                && switch (target.activation().handling().initialMembers()) {
                    case KEEP, REFUSE -> false;
                    case ADOPT, REPLACE -> true;
                };
    }

    private boolean isMainName(InstanceRow row) {
        boolean owns = row.lead != 0 && row.claimed == row.lead;
        return row.aliasOf == null && (owns || row.isFirstName || isFirst(said.person));
    }

    private boolean isFirst(String person) {
        return person.startsWith(instance.lookup().get(0).namespace() + ":");
    }
}
