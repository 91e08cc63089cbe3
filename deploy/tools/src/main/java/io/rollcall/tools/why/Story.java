package io.rollcall.tools.why;

import io.rollcall.tools.topic.Event;
import io.rollcall.tools.topic.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is known of one person, told list by list: where they stand, why, and how it came to it. */
final class Story {

    private final String person;
    private final List<Fact> facts;
    private final List<Event> events;

    Story(String person, List<Fact> facts, List<Event> events) {
        this.person = person;
        this.facts = facts;
        this.events =
                events.stream()
                        .sorted(Comparator.comparing(Event::decidedAt, Story::byTime))
                        .toList();
    }

    private static int byTime(Instant one, Instant other) {
        return one == null || other == null ? 0 : one.compareTo(other);
    }

    boolean isEmpty(String audience) {
        return facts(audience).isEmpty() && history(audience).isEmpty();
    }

    private List<Fact> facts(String audience) {
        return facts.stream()
                .filter(f -> audience == null || audience.equals(f.audience()))
                .toList();
    }

    private List<Event> history(String audience) {
        return events.stream()
                .filter(event -> event.person() != null)
                .filter(e -> audience == null || audience.equals(e.audience()))
                .toList();
    }

    List<String> lines(String audience) {
        List<String> lines = new ArrayList<>();
        lines.add(person);
        if (isEmpty(audience)) {
            lines.addAll(nothing(audience));
        }
        for (Fact fact : facts(audience)) {
            lines.add("");
            lines.addAll(new Standing(fact, events).lines());
        }
        if (facts(audience).isEmpty()) {
            history(audience).forEach(event -> lines.add("  " + Words.of(event)));
        }
        return lines;
    }

    private static List<String> nothing(String audience) {
        String where =
                audience == null ? "any audience with an activation" : "audience " + audience;
        return List.of(
                "  No event ever put this person into " + where + ", as far as Rollcall knows.",
                "  If that is a surprise: was the event read (its topic's lag), is it a dead letter"
                        + " (topic dead-letters), does it name the person by another identity"
                        + " (--person NAMESPACE:VALUE), does the audience's id match the"
                        + " activation's?");
    }
}
