package io.rollcall.tools.report;

import io.rollcall.tools.topic.Event;
import io.rollcall.tools.topic.Fact;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers facts and outcomes by audience and list. Of each person only a few numbers are kept, so
 * that millions fit.
 */
final class Collected {

    private final Map<Target, Figures> targets = new HashMap<>();
    private final Map<Long, Standing> standings = new HashMap<>();
    private final Map<Place, Place> places = new HashMap<>();
    private final Set<Long> created = new HashSet<>();

    /** One audience on one list. */
    record Target(String audience, String instance, long list) {}

    private record Standing(
            Figures figures, Place place, boolean on, boolean wanted, boolean matched, long lead) {}

    /** The newest fact of a person and a list counts. */
    void take(Fact fact) {
        String person = fact.instance() + "\n" + fact.person();
        if (fact.isGone()) {
            standings.remove(hash(person + "\n" + fact.list()));
            return;
        }
        Figures figures = figures(fact.audience(), fact.instance(), fact.list());
        Place place = places.computeIfAbsent(Place.of(fact), same -> same);
        boolean asked = fact.lead() != 0;
        standings.put(
                hash(person + "\n" + fact.list()),
                new Standing(figures, place, fact.isOn(), fact.isWantedOn(), asked, hash(person)));
    }

    void take(Event event) {
        if (event.person() == null || event.decidedAt() == null) {
            return;
        }
        boolean applied = "applied".equals(event.status());
        if (applied && "create".equals(event.change())) {
            created.add(hash(event.instance() + "\n" + event.person()));
        }
        if (event.list() != 0 && event.audience() != null) {
            figures(event.audience(), event.instance(), event.list()).take(event);
        }
    }

    private Figures figures(String audience, String instance, long list) {
        String named = audience == null ? "(unknown)" : audience;
        return targets.computeIfAbsent(new Target(named, instance, list), Figures::new);
    }

    /** One for each audience and list, by name. */
    List<Figures> figures() {
        targets.values().forEach(Figures::forgetPeople);
        for (Standing standing : standings.values()) {
            standing.figures.person(standing.place, standing.on, standing.wanted, standing.matched);
            if (created.contains(standing.lead)) {
                standing.figures.created++;
            }
        }
        return targets.values().stream()
                .sorted(Comparator.comparing(figures -> figures.target.toString()))
                .toList();
    }

    /** 64 bits: among a hundred million people two fall together once in a thousand reports. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash ^ hash >>> 29;
    }
}
