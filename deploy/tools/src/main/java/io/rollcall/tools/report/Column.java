package io.rollcall.tools.report;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of the report, in the terminal and on the page; the words are Adobe's. */
enum Column {
    AUDIENCE("audience", f -> f.target.audience()),
    LIST("list", f -> f.target.instance() + "/" + f.target.list()),
    RECEIVED("profiles received", f -> number(f.received)),
    IN("in the audience", f -> number(f.in)),
    ACTIVATED("identities activated", f -> number(f.count(Place.Kind.ACTIVATED))),
    EXCLUDED("excluded", f -> with(f, Place.Kind.EXCLUDED)),
    UNMATCHED("unmatched", f -> number(f.count(Place.Kind.UNMATCHED))),
    FAILED("failed", f -> with(f, Place.Kind.FAILED)),
    WAITING("waiting", f -> with(f, Place.Kind.WAITING)),
    CREATED("created", f -> number(f.created)),
    ADDED("added", f -> number(f.added)),
    REMOVED("removed", f -> number(f.removed)),
    ON("on the list now", f -> number(f.on)),
    MATCH_RATE("match rate", f -> rate(f.matchRate())),
    ACTIVATION_RATE("activation rate", f -> rate(f.activationRate())),
    LAST_CHANGE("last change", f -> f.lastChange == null ? "never" : f.lastChange.toString());

    final String title;
    private final Function<Figures, String> text;

    Column(String title, Function<Figures, String> text) {
        this.title = title;
        this.text = text;
    }

    String text(Figures figures) {
        return text.apply(figures);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String rate(Double rate) {
        return rate == null ? "–" : String.format(Locale.ROOT, "%.1f %%", rate * 100);
    }

    private static String with(Figures figures, Place.Kind kind) {
        Map<String, Long> details = figures.details(kind);
        String reasons =
                details.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                        .collect(Collectors.joining("; "));
        long count = figures.count(kind);
        return count == 0 ? "0" : number(count) + " (" + reasons + ")";
    }
}
