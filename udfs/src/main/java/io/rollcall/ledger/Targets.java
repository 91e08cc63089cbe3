package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import java.util.ArrayList;
import java.util.List;

/** The lists that are fed, found by whatever a row has to do with them. */
final class Targets {

    private final TargetIndex byAudience = new TargetIndex(Target::audience);
    private final TargetIndex byList = new TargetIndex(Target::list);
    private final List<Target> all = new ArrayList<>();
    private final List<Target> withConsent = new ArrayList<>();

    void clear() {
        byAudience.clear();
        byList.clear();
        all.clear();
        withConsent.clear();
    }

    void add(Activation activation, Instance instance) {
        Target target = Target.of(activation, instance);
        byAudience.add(target);
        byList.add(target);
        all.add(target);
        if (activation.consentPath() != null) {
            withConsent.add(target);
        }
    }

    List<ListKey> lists() {
        return all.stream().map(ListKey::of).toList();
    }

    /** The activation that feeds a list, or null. */
    Target of(Instance instance, long list) {
        for (Target target : byList.of(list)) {
            if (target.instance() == instance) {
                return target;
            }
        }
        return null;
    }

    List<Target> at(Instance instance) {
        return all.stream().filter(target -> target.instance() == instance).toList();
    }

    /** The first that takes claims about this audience, or null. */
    Activation activationOf(long audience, int namespace) {
        for (Target target : byAudience.of(audience)) {
            if (target.takes(audience, namespace)) {
                return target.activation();
            }
        }
        return null;
    }

    /** Whether an activation of this instance takes it. */
    boolean take(Claim claim, Instance instance) {
        for (Target target : byAudience.of(claim.audience())) {
            if (target.instance() == instance && target.takes(claim)) {
                return true;
            }
        }
        return false;
    }

    /** The activations of an instance that this row's claims, refusals or lists are about. */
    List<Target> of(Row row, Instance instance) {
        List<Target> found = new ArrayList<>(4);
        for (Claim claim : row.claims) {
            for (Target target : byAudience.of(claim.audience())) {
                if (target.instance() == instance && target.takes(claim)) {
                    add(target, found);
                }
            }
        }
        for (Target target : withConsent) {
            if (target.instance() == instance && Consent.refusedAt(row, target.activation()) > 0) {
                add(target, found);
            }
        }
        InstanceRow there = row.instance(instance.munchkinId());
        if (there != null) {
            addListsOf(there, instance, found);
        }
        return found;
    }

    /**
     * A list may be fed by another audience than when the row last heard of it. Mostly none is, and
     * the lists stand as their audiences do.
     */
    private void addListsOf(InstanceRow row, Instance instance, List<Target> found) {
        int next = 0;
        for (ListRow list : row.lists) {
            Target target = of(instance, list.list);
            if (next < found.size() && found.get(next) == target) {
                next++;
            } else if (target != null) {
                next = add(target, found) + 1;
            }
        }
    }

    /**
     * Answers where it stands; there is one object for each, so that none has to be looked into.
     */
    private static int add(Target wanted, List<Target> found) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) == wanted) {
                return i;
            }
        }
        found.add(wanted);
        return found.size() - 1;
    }
}
