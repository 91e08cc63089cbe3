package io.rollcall.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the job says became of its wishes. Its topics may repeat themselves after a restart, so
 * people and messages are counted once each.
 */
public final class Tally {

    private final Stopwatch stopwatch;
    private final Map<String, Set<String>> people = new HashMap<>();
    private final Set<String> deadLetters = new HashSet<>();
    private int applied;

    public Tally(Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
    }

    public synchronized void outcome(JsonNode outcome) {
        String status = outcome.path("status").asText().toLowerCase(Locale.ROOT);
        String change = outcome.path("change").asText().toLowerCase(Locale.ROOT);
        if (outcome.has("person")) {
            people.computeIfAbsent(status, any -> new HashSet<>())
                    .add(outcome.path("instance").asText() + outcome.path("person").asText());
        }
        if (status.equals("applied") && (change.equals("add") || change.equals("remove"))) {
            applied++;
            stopwatch.applied(outcome);
        }
    }

    public synchronized void deadLetter(String place) {
        deadLetters.add(place);
    }

    /** People with such an outcome, by instance. */
    public synchronized int people(String status) {
        return people.getOrDefault(status, Set.of()).size();
    }

    /** Additions and removals that Marketo has applied. */
    public synchronized int applied() {
        return applied;
    }

    public synchronized Set<String> deadLetters() {
        return new HashSet<>(deadLetters);
    }
}
