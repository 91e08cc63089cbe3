package io.rollcall.tools.why;

import io.rollcall.tools.topic.Event;
import io.rollcall.tools.topic.Fact;
import java.util.ArrayList;
import java.util.List;

/** One person and one list. */
record Standing(Fact fact, List<Event> events) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "audience "
                        + (fact.audience() == null ? "(unknown)" : fact.audience())
                        + " → list "
                        + fact.list()
                        + " at "
                        + fact.instance()
                        + ": "
                        + where());
        lines.add("  why        " + why());
        lines.add("  lead       " + (fact.lead() == 0 ? "none known" : Long.toString(fact.lead())));
        lines.add("  decided    " + fact.decidedAt());
        standstill().forEach(event -> lines.add("  held up    " + Words.of(event)));
        lines.add("  happened   " + (history().isEmpty() ? "nothing was sent or asked yet" : ""));
        history().forEach(event -> lines.add("    " + Words.of(event)));
        return lines;
    }

    private String where() {
        return switch (String.valueOf(fact.reported())) {
            case "in" -> "ON the list";
            case "out" -> "NOT on the list";
            default -> "NOT KNOWN to be on the list";
        };
    }

    private String why() {
        String since = fact.assertedAt() == null ? "" : " since " + fact.assertedAt();
        String desired =
                switch (String.valueOf(fact.desired())) {
                    case "in" -> "should be on it" + since;
                    case "out" -> "should be off it" + since;
                    default -> "nothing says where this person should be";
                };
        return fact.reason() == null ? desired : desired + "; " + fact.reason();
    }

    /** Looking a person up is for all lists of an instance. */
    private List<Event> history() {
        return events.stream()
                .filter(event -> event.person() != null)
                .filter(event -> fact.instance().equals(event.instance()))
                .filter(event -> event.list() == fact.list() || event.list() == 0)
                .toList();
    }

    /**
     * The newest word about the whole list or instance counts, if it is no release. An activation
     * that was refused leaves everything as it was.
     */
    private List<Event> standstill() {
        if (fact.isOn() == fact.isWantedOn()) {
            return List.of();
        }
        return events.stream()
                .filter(event -> event.person() == null)
                .filter(event -> fact.instance().equals(event.instance()))
                .filter(event -> event.list() == fact.list() || event.list() == 0)
                .filter(event -> !"rejected".equals(event.status()))
                .reduce((older, newer) -> newer)
                .filter(event -> !"applied".equals(event.status()))
                .stream()
                .toList();
    }
}
