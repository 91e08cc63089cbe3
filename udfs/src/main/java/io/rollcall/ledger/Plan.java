package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.activation.LeadPolicy;
import io.rollcall.activation.ListName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is to be synced right now: instances, activations, and how far the lists have been read. The
 * same in every subtask; built from what is broadcast.
 */
public final class Plan {

    private final Map<String, Instance> instances = new LinkedHashMap<>();
    private final Targets targets = new Targets();
    private final KnownLists lists = new KnownLists();
    private final Map<String, Long> idsByName = new HashMap<>();
    private final Map<String, Values> values = new HashMap<>();
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
        targets.clear();
        current.resolved(this::idOf).activations().forEach(this::index);
        lists.retain(targets.lists());
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
        return target(read.instance(), read.list()) != null;
    }

    private void index(Activation activation) {
        Instance instance = instances.get(activation.instance());
        if (instance != null) {
            targets.add(activation, instance);
        }
    }

    /** Takes note of a read; false when it is of a list without activation, or an older one. */
    public boolean read(ListRead read) {
        return feeds(read) && lists.read(read);
    }

    /** Takes note of a hold or a release; false when that was known. */
    public boolean hold(ListHold hold) {
        return lists.hold(hold);
    }

    /** Takes note of what is to be tried again; false when that was known. */
    public boolean retry(Retry retry) {
        return lists.retry(retry);
    }

    /** Whether a refusal that was last heard of at this offset is to be tried again. */
    boolean retries(Target target, String code, long seen) {
        return lists.retries(target, code, seen);
    }

    boolean feeds(ListHold hold) {
        return target(hold.instance(), hold.list()) != null;
    }

    boolean isHeld(Target target) {
        return lists.isHeld(target);
    }

    /** Until then strangers stay, so that who is no stranger can be heard of first (epoch ms). */
    public void spareStrangers(ListRead read, long until) {
        lists.spareStrangers(read, until);
    }

    /** After a restore all over again: what is to be heard first may still be on its way. */
    public void spareStrangers(long until) {
        lists.spareStrangers(until);
    }

    boolean judgesStrangers(Target target, long now) {
        return lists.judgesStrangers(ListKey.of(target), now);
    }

    /** The generation of the list's newest complete read, or -1 when it was never read. */
    long readGeneration(Target target) {
        return lists.readGeneration(ListKey.of(target));
    }

    /** Whether the list no longer matters, or a read began after that call had ended. */
    boolean hasReadSince(String instance, ListFact fact) {
        Target target = target(instance, fact.list());
        boolean read = target != null && readGeneration(target) > fact.endOffset();
        return target == null || read && fact.lateUntil() == 0;
    }

    Iterable<Instance> instances() {
        return instances.values();
    }

    Instance instance(String munchkinId) {
        return instances.get(munchkinId);
    }

    /** The activation that feeds a list, or null. */
    Target target(String instance, long list) {
        return target(instances.get(instance), list);
    }

    /** The same; of an instance that is not configured there is none. */
    Target target(Instance instance, long list) {
        return targets.of(instance, list);
    }

    /** Whether any activation takes claims about this audience. */
    boolean maps(long audience, int namespace) {
        return targets.activationOf(audience, namespace) != null;
    }

    /** One that takes the claim, at whichever instance; null for none. */
    Activation activationOf(Claim claim) {
        return targets.activationOf(claim.audience(), claim.namespace());
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
        return targets.take(claim, instance);
    }

    /** The activations of an instance that this row's claims, refusals or lists are about. */
    List<Target> targets(Instance instance, Row own) {
        Row row = own.seenAt(instance.munchkinId());
        boolean leavesAll = row.forgetting && !deletesAt(instance);
        return leavesAll ? targets.at(instance) : targets.of(row, instance);
    }
}
