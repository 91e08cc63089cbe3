package io.rollcall.demo.view;

import io.rollcall.demo.Figures;
import io.rollcall.demo.Stopwatch;
import io.rollcall.demo.check.Roll;
import io.rollcall.demo.check.Target;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How it ended. */
public final class Summary {

    private static final int EXAMPLES = 3;

    private final PrintStream out;
    private final Map<Target, String> names;

    public Summary(PrintStream out, Map<Target, String> names) {
        this.out = out;
        this.names = names;
    }

    public void show(Figures end, Stopwatch stopwatch) {
        line("");
        line("%-26s %9s %7s %8s %6s", "list", "should be", "is", "missing", "extra");
        end.lists().forEach(this::row);
        line("");
        calls(end);
        people(end);
        line("From event to list, the first flood: %s.", stopwatch.backfill().told());
        line("From event to list, after it: %s.", stopwatch.live().told());
        line("");
        verdict(end);
    }

    private void row(Roll.Verdict list) {
        StringBuilder remarks = new StringBuilder();
        if (list.strangers() > 0) {
            remarks.append("  ").append(list.strangers()).append(" were there and stay");
        }
        if (list.optional() > 0) {
            remarks.append("  and ").append(list.optional()).append(" left: add-only keeps them");
        }
        line(
                "%-26s %,9d %,7d %,8d %,6d%s",
                names.get(list.target()),
                list.should(),
                list.is() - list.optional(),
                list.missing().size(),
                list.extra().size(),
                remarks);
        examples("missing", list.missing());
        examples("too many", list.extra());
    }

    private void examples(String what, List<String> people) {
        people.stream().limit(EXAMPLES).forEach(person -> line("    %s: %s", what, person));
    }

    private void calls(Figures end) {
        line("Calls to Marketo: %,d %s.", end.callsUsed(), end.calls());
        int applied = end.tally().applied();
        if (applied > 0) {
            line(
                    "Changes applied to lists: %,d; calls per 1,000 of them, look-ups included: %.1f.",
                    applied, 1_000.0 * end.callsUsed() / applied);
        }
        line(
                "Calls saved: %,d. Messages spoke %,d times of somebody and a list, repeats included;"
                        + " one call each would be as many.",
                end.callsSaved(), end.assertions());
    }

    private void people(Figures end) {
        line(
                "People unmatched: %,d, rejected: %,d, excluded: %,d. Dead letters: %,d of %,d.",
                end.tally().people("unmatched"),
                end.tally().people("rejected"),
                end.tally().people("excluded"),
                end.tally().deadLetters().size(),
                end.broken());
    }

    private void verdict(Figures end) {
        long wrong = end.lists().stream().filter(list -> !list.right()).count();
        if (wrong > 0) {
            line("WRONG: %d of %d lists do not hold the right people.", wrong, end.lists().size());
        } else if (!end.right()) {
            line(
                    "WRONG: every list holds the right people, but the dead letters are not complete.");
        } else {
            line("RIGHT: every list holds exactly the right people.");
        }
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
