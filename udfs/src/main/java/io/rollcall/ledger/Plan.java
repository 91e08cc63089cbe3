package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be synced right now: instances, activations, and how far the lists have been read. The
 * same in every subtask; built from what is broadcast.
 */
public final class Plan {

    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Map<Long, List<Target>> byAudience = new HashMap<>();
    private final Map<String, Target> byList = new HashMap<>();
    private final List<Target> withConsent = new ArrayList<>();
    private final Map<String, ListRead> reads = new HashMap<>();
    private final Set<String> held = new HashSet<>();
    private final Map<String, Long> strangersFrom = new HashMap<>();
    private ActivationSet current = new ActivationSet(List.of());

    public Plan(List<Instance> instances) {
        instances.forEach(instance -> this.instances.put(instance.munchkinId(), instance));
    }

    /** Takes over the whole set; true when it differs from the one before. */
    public boolean activate(ActivationSet set) {
        if (set.equals(current)) {
            return false;
        }
        current = set;
        byAudience.clear();
        byList.clear();
        withConsent.clear();
        set.activations().forEach(this::index);
        reads.keySet().retainAll(byList.keySet());
        held.retainAll(byList.keySet());
        return true;
    }

    private void index(Activation activation) {
        Instance instance = instances.get(activation.instance());
        if (instance == null) {
            return;
        }
        Target target = Target.of(activation, instance);
        byAudience.computeIfAbsent(target.audience(), any -> new ArrayList<>()).add(target);
        byList.put(key(activation.instance(), activation.list()), target);
        if (activation.consentPath() != null) {
            withConsent.add(target);
        }
    }

    /** Takes note of a read; false when it is of a list without activation, or an older one. */
    public boolean read(ListRead read) {
        String key = key(read.instance(), read.list());
        ListRead before = reads.get(key);
        boolean newer = before == null || read.generation() >= before.generation();
        if (!newer || read.equals(before) || !byList.containsKey(key)) {
            return false;
        }
        reads.put(key, read);
        return true;
    }

    /** Takes note of a hold or a release; false when that was known. */
    public boolean hold(ListHold hold) {
        String key = key(hold.instance(), hold.list());
        return hold.held() ? byList.containsKey(key) && held.add(key) : held.remove(key);
    }

    boolean isHeld(Target target) {
        return held.contains(key(target.activation().instance(), target.list()));
    }

    /** Until then strangers stay, so that who is no stranger can be heard of first (epoch ms). */
    public void spareStrangers(ListRead read, long until) {
        strangersFrom.put(key(read.instance(), read.list()), until);
    }

    boolean judgesStrangers(Target target, long now) {
        String key = key(target.activation().instance(), target.list());
        return readGeneration(target) >= 0 && now >= strangersFrom.getOrDefault(key, 0L);
    }

    /** The generation of the list's newest complete read, or -1 when it was never read. */
    long readGeneration(Target target) {
        ListRead read = reads.get(key(target.activation().instance(), target.list()));
        return read != null && read.complete() ? read.generation() : -1;
    }

    Iterable<Instance> instances() {
        return instances.values();
    }

    Instance instance(String munchkinId) {
        return instances.get(munchkinId);
    }

    /** The activation that feeds a list, or null. */
    Target target(String instance, long list) {
        return byList.get(key(instance, list));
    }

    boolean maps(Claim claim) {
        List<Target> targets = byAudience.get(claim.audience());
        return targets != null && targets.stream().anyMatch(target -> target.takes(claim));
    }

    /** Whether forgotten people are deleted at this instance: not where all is a rehearsal. */
    boolean deletesAt(Instance instance) {
        return instance.onForgotten() == Instance.OnForgotten.DELETE
                && byList.values().stream()
                        .anyMatch(t -> t.instance() == instance && !t.activation().dryRun());
    }

    /** The activations of an instance that this row's claims, refusals or lists are about. */
    List<Target> targets(Instance instance, Row row) {
        List<Target> found = new ArrayList<>(4);
        if (row.forgetting && !deletesAt(instance)) {
            byList.values().stream().filter(t -> t.instance() == instance).forEach(found::add);
            return found;
        }
        for (Claim claim : row.claims) {
            for (Target target : byAudience.getOrDefault(claim.audience(), List.of())) {
                if (target.instance() == instance
                        && target.takes(claim)
                        && !found.contains(target)) {
                    found.add(target);
                }
            }
        }
        for (Target target : withConsent) {
            if (target.instance() == instance
                    && Consent.refusedAt(row, target.activation()) > 0
                    && !found.contains(target)) {
                found.add(target);
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
            Target target = target(row.munchkinId, list.list);
            if (target != null && !found.contains(target)) {
                found.add(target);
            }
        }
    }

    private static String key(String instance, long list) {
        return instance + "/" + list;
    }
}
