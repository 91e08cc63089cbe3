package io.rollcall.tools.retry;

import io.rollcall.tools.topic.Fact;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Who of an activation stands refused by Marketo now; nobody else is kept in memory. */
final class Refused {

    /** As the ledger writes it into the memberships topic. */
    private static final String REJECTED = "rejected by Marketo: ";

    private final String activation;
    private final Map<String, Refusal> standing = new HashMap<>();

    /** A list of an instance. */
    record Place(String instance, long list) {}

    private record Refusal(Place place, String code) {}

    /** {@code activation}: the audience, or the id of its list. */
    Refused(String activation) {
        this.activation = activation;
    }

    /** The newest fact of a person and a list counts. */
    void take(Fact fact) {
        String key = fact.person() + " " + fact.instance() + " " + fact.list();
        if (isMeant(fact) && isRefused(fact)) {
            Place place = new Place(fact.instance(), fact.list());
            standing.put(key, new Refusal(place, fact.reason().substring(REJECTED.length())));
        } else {
            standing.remove(key);
        }
    }

    private boolean isMeant(Fact fact) {
        return activation.equals(fact.audience()) || activation.equals(Long.toString(fact.list()));
    }

    private static boolean isRefused(Fact fact) {
        return fact.reason() != null && fact.reason().startsWith(REJECTED);
    }

    /** How many people, by code. */
    Map<String, Integer> byCode() {
        Map<String, Integer> counts = new TreeMap<>();
        standing.values().forEach(refusal -> counts.merge(refusal.code(), 1, Integer::sum));
        return counts;
    }

    /** How many people with this code, by list. */
    Map<Place, Integer> with(String code) {
        Map<Place, Integer> counts = new HashMap<>();
        standing.values().stream()
                .filter(refusal -> refusal.code().equals(code))
                .forEach(refusal -> counts.merge(refusal.place(), 1, Integer::sum));
        return counts;
    }
}
