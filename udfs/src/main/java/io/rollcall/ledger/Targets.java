package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists that are fed, found by whatever a row has to do with them. */
final class Targets {

    private final AudienceIndex byAudience = new AudienceIndex();
    private final Map<ListKey, Target> byList = new HashMap<>();
    private final List<Target> withConsent = new ArrayList<>();

    void clear() {
        byAudience.clear();
        byList.clear();
        withConsent.clear();
    }

    void add(Activation activation, Instance instance) {
        Target target = Target.of(activation, instance);
        byAudience.add(target);
        byList.put(ListKey.of(target), target);
        if (activation.consentPath() != null) {
            withConsent.add(target);
        }
    }

    Set<ListKey> lists() {
        return byList.keySet();
    }

    /** The activation that feeds a list, or null. */
    Target of(ListKey list) {
        return byList.get(list);
    }

    List<Target> at(Instance instance) {
        return byList.values().stream().filter(target -> target.instance() == instance).toList();
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
        addListsOf(row.instance(instance.munchkinId()), found);
        return found;
    }

    /** A list may be fed by another audience than when the row last heard of it. */
    private void addListsOf(InstanceRow row, List<Target> found) {
        if (row == null) {
            return;
        }
        for (ListRow list : row.lists) {
            Target target = of(new ListKey(row.munchkinId, list.list));
            if (target != null) {
                add(target, found);
            }
        }
    }

    /** There is one object for each target, so that none of them has to be looked into. */
    private static void add(Target wanted, List<Target> found) {
        for (Target target : found) {
            if (target == wanted) {
                return;
            }
        }
        found.add(wanted);
    }
}
