package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.activation.ListName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be synced right now: instances, activations, and how far the lists have been read. The
 * same in every subtask; built from what is broadcast.
 */
public final class Plan {

    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Map<Long, List<Target>> byAudience = new HashMap<>();
    private final Map<ListKey, Target> byList = new HashMap<>();
    private final List<Target> withConsent = new ArrayList<>();
    private final Map<ListKey, ListRead> reads = new HashMap<>();
    private final Map<String, Long> idsByName = new HashMap<>();
    private final Map<String, Values> values = new HashMap<>();
    private final Set<ListKey> held = new HashSet<>();
    private final Map<ListKey, Map<String, Long>> retries = new HashMap<>();
    private final Map<ListKey, Long> strangersFrom = new HashMap<>();
    private ActivationSet current = new ActivationSet(List.of());
    private boolean activated;

    public Plan(List<Instance> instances) {
        for (Instance instance : instances) {
            this.instances.put(instance.munchkinId(), instance);
            values.put(instance.munchkinId(), new Values(instance, null));
        }
    }

    /** Takes over the whole set; true when it differs from the one before. */
    public boolean activate(ActivationSet set) {
        activated = true;
        if (set.equals(current)) {
            return false;
        }
        current = set;
        index();
        return true;
    }

    /** Lists known by name are in once their id is known. */
    private void index() {
        byAudience.clear();
        byList.clear();
        withConsent.clear();
        current.resolved(this::idOf).activations().forEach(this::index);
        reads.keySet().retainAll(byList.keySet());
        held.retainAll(byList.keySet());
    }

    private Long idOf(String instance, ListName name) {
        return idsByName.get(instance + "/" + name.key());
    }

    /** Takes note of the id of a list known by name; false when nothing is new. */
    public boolean found(ListFound found) {
        Long before = idsByName.put(found.instance() + "/" + found.name(), found.list());
        boolean news = before == null || before != found.list();
        if (news) {
            index();
        }
        return news;
    }

    /** Takes note of what an instance's fields are like. */
    public void described(Fields fields) {
        Instance instance = instances.get(fields.instance());
        if (instance != null) {
            values.put(fields.instance(), new Values(instance, fields.described()));
        }
    }

    Values values(Instance instance) {
        return values.get(instance.munchkinId());
    }

    boolean feeds(ListRead read) {
        return byList.containsKey(new ListKey(read.instance(), read.list()));
    }

    private void index(Activation activation) {
        Instance instance = instances.get(activation.instance());
        if (instance == null) {
            return;
        }
        Target target = Target.of(activation, instance);
        byAudience.computeIfAbsent(target.audience(), any -> new ArrayList<>()).add(target);
        byList.put(new ListKey(activation.instance(), activation.list()), target);
        if (activation.consentPath() != null) {
            withConsent.add(target);
        }
    }

    /** Takes note of a read; false when it is of a list without activation, or an older one. */
    public boolean read(ListRead read) {
        ListKey key = new ListKey(read.instance(), read.list());
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
        ListKey key = new ListKey(hold.instance(), hold.list());
        return hold.held() ? held.add(key) : held.remove(key);
    }

    /** Takes note of what is to be tried again; false when that was known. */
    public boolean retry(Retry retry) {
        Map<String, Long> codes =
                retries.computeIfAbsent(
                        new ListKey(retry.instance(), retry.list()), any -> new HashMap<>());
        Long before = codes.put(retry.code(), retry.offset());
        return before == null || before != retry.offset();
    }

    /** Whether a refusal that was last heard of at this offset is to be tried again. */
    boolean retries(Target target, String code, long seen) {
        if (code == null || retries.isEmpty()) {
            return false;
        }
        return retries.getOrDefault(key(target), Map.of()).getOrDefault(code, -1L) > seen;
    }

    boolean feeds(ListHold hold) {
        return byList.containsKey(new ListKey(hold.instance(), hold.list()));
    }

    boolean isHeld(Target target) {
        return !held.isEmpty() && held.contains(key(target));
    }

    /** Until then strangers stay, so that who is no stranger can be heard of first (epoch ms). */
    public void spareStrangers(ListRead read, long until) {
        strangersFrom.put(new ListKey(read.instance(), read.list()), until);
    }

    /** After a restore all over again: what is to be heard first may still be on its way. */
    public void spareStrangers(long until) {
        reads.values().forEach(read -> spareStrangers(read, until));
    }

    boolean judgesStrangers(Target target, long now) {
        return readGeneration(target) >= 0 && now >= strangersFrom.getOrDefault(key(target), 0L);
    }

    private static ListKey key(Target target) {
        return new ListKey(target.activation().instance(), target.list());
    }

    /** The generation of the list's newest complete read, or -1 when it was never read. */
    long readGeneration(Target target) {
        ListRead read = reads.get(new ListKey(target.activation().instance(), target.list()));
        return read != null && read.complete() ? read.generation() : -1;
    }

    /** Whether the list no longer matters, or a read began after that call had ended. */
    boolean hasReadSince(String instance, ListFact fact) {
        Target target = target(instance, fact.list());
        return target == null || readGeneration(target) > fact.endOffset();
    }

    Iterable<Instance> instances() {
        return instances.values();
    }

    Instance instance(String munchkinId) {
        return instances.get(munchkinId);
    }

    /** The activation that feeds a list, or null. */
    Target target(String instance, long list) {
        return byList.get(new ListKey(instance, list));
    }

    /** Whether any activation takes claims about this audience. */
    boolean maps(long audience, int namespace) {
        for (Target target : byAudience.getOrDefault(audience, List.of())) {
            if (target.takes(audience, namespace)) {
                return true;
            }
        }
        return false;
    }

    /** Whether forgotten people are deleted at this instance: not where all is a rehearsal. */
    boolean deletesAt(Instance instance) {
        return instance.policy().onForgotten() == LeadPolicy.OnForgotten.DELETE
                && activationsAt(instance).anyMatch(activation -> !activation.dryRun());
    }

    /** Before all lists of an instance are known nobody can be said to be off them. */
    boolean knowsLists(Instance instance) {
        return activated
                && activationsAt(instance)
                        .allMatch(a -> a.named() == null || idOf(a.instance(), a.named()) != null);
    }

    private Stream<Activation> activationsAt(Instance instance) {
        return current.activations().stream()
                .filter(activation -> activation.instance().equals(instance.munchkinId()));
    }

    /** Whether an activation of this instance takes it. */
    boolean maps(Claim claim, Instance instance) {
        return byAudience.getOrDefault(claim.audience(), List.of()).stream()
                .anyMatch(target -> target.instance() == instance && target.takes(claim));
    }

    /** The activations of an instance that this row's claims, refusals or lists are about. */
    List<Target> targets(Instance instance, Row own) {
        Row row = own.seenAt(instance.munchkinId());
        List<Target> found = new ArrayList<>(4);
        if (row.forgetting && !deletesAt(instance)) {
            byList.values().stream().filter(t -> t.instance() == instance).forEach(found::add);
            return found;
        }
        for (Claim claim : row.claims) {
            for (Target target : byAudience.getOrDefault(claim.audience(), List.of())) {
                if (target.instance() == instance && target.takes(claim) && !holds(found, target)) {
                    found.add(target);
                }
            }
        }
        for (Target target : withConsent) {
            if (target.instance() == instance
                    && Consent.refusedAt(row, target.activation()) > 0
                    && !holds(found, target)) {
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
            if (target != null && !holds(found, target)) {
                found.add(target);
            }
        }
    }

    /** There is one object for each target, so that none of them has to be looked into. */
    private static boolean holds(List<Target> targets, Target wanted) {
        for (Target target : targets) {
            if (target == wanted) {
                return true;
            }
        }
        return false;
    }

    private record ListKey(String instance, long list) {}
}
