package io.rollcall.demo.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whom one Marketo knows: at the start, and since then. */
public final class Census {

    private final Target.Instance instance;
    private final Set<String> refused;
    private final Map<String, Lead> chosen = new HashMap<>();
    private final Map<Long, Lead> byId = new HashMap<>();

    /** {@code refused}: people whom this Marketo will not create. */
    public Census(Target.Instance instance, Set<String> refused) {
        this.instance = instance;
        this.refused = refused;
    }

    /** A lead as the sandbox tells it; {@code email} and {@code ecid} may be null. */
    public record Lead(long id, String email, String ecid, String updatedAt) {

        List<String> names() {
            List<String> names = new ArrayList<>();
            if (email != null) {
                names.add("email:" + Fields.email(email));
            }
            if (ecid != null) {
                names.add("ecid:" + ecid);
            }
            return names;
        }

        String label() {
            return names().isEmpty() ? "lead " + id : names().get(0) + " (lead " + id + ")";
        }
    }

    /**
     * Of several leads that share a name, the one that was updated last is the person, and at the
     * same second the older id. Whoever was chosen before stays so: being chosen is an update.
     */
    public void count(List<Lead> leads) {
        Map<String, Lead> best = new HashMap<>();
        Comparator<Lead> order =
                Comparator.comparing(Lead::updatedAt)
                        .thenComparing(Lead::id, Comparator.reverseOrder());
        for (Lead lead : leads) {
            byId.put(lead.id(), lead);
            lead.names()
                    .forEach(
                            name ->
                                    best.merge(
                                            name, lead, (a, b) -> order.compare(a, b) > 0 ? a : b));
        }
        best.forEach(chosen::putIfAbsent);
    }

    Optional<Lead> lead(String person) {
        return Optional.ofNullable(chosen.get(person));
    }

    /** Whether the person can be on a list of this Marketo at all. */
    boolean admits(String person) {
        boolean searchable = instance.lookups().contains(person.substring(0, person.indexOf(':')));
        boolean exists = chosen.containsKey(person);
        return searchable && (exists || instance.creates() && !refused.contains(person));
    }

    String label(long id) {
        Lead lead = byId.get(id);
        return lead == null ? "lead " + id : lead.label();
    }
}
