package io.rollcall.sandbox.marketo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults in force. The one set first strikes first. */
public final class Faults {
    private final List<Fault> inForce = new ArrayList<>();
    private final Chance chance;
    private int nextId = 1;

    Faults(Chance chance) {
        this.chance = chance;
    }

    public synchronized Fault add(FaultSpec spec) {
        Fault fault = new Fault(nextId++, spec);
        inForce.add(fault);
        return fault;
    }

    public synchronized boolean remove(int id) {
        return inForce.removeIf(fault -> fault.id() == id);
    }

    public synchronized void clear() {
        inForce.clear();
    }

    public synchronized List<Fault> inForce() {
        inForce.removeIf(Fault::isOver);
        return List.copyOf(inForce);
    }

    /** The fault that a call meets, if any. Without a kind of its own a fault spares tokens. */
    public Optional<Fault> onCall(CallKind kind, Long list) {
        return strike(fault -> fault.effect() != Effect.RECORD_CODE && fault.concerns(kind, list));
    }

    /** What one record of a call meets; nothing of it is done then. */
    public void onRecord(CallKind kind, Long list, Lead lead) throws Refusal {
        onRecord(kind, list, lead.id(), lead.email());
    }

    public void onRecord(CallKind kind, Long list, Long lead, String email) throws Refusal {
        Optional<Fault> struck =
                strike(
                        fault ->
                                fault.effect() == Effect.RECORD_CODE
                                        && fault.concerns(kind, list)
                                        && fault.concernsRecord(lead, email));
        if (struck.isPresent()) {
            throw Refusal.of(struck.get().spec().code());
        }
    }

    private synchronized Optional<Fault> strike(Predicate<Fault> matching) {
        Optional<Fault> found =
                inForce().stream()
                        .filter(matching)
                        .filter(fault -> chance.happens(probability(fault)))
                        .findFirst();
        found.ifPresent(Fault::strike);
        return found;
    }

    private static double probability(Fault fault) {
        return fault.spec().probability() == null ? 1 : fault.spec().probability();
    }
}
