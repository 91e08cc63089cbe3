package io.rollcall.demo.view;

import io.rollcall.demo.Figures;
import io.rollcall.demo.check.Roll;
import io.rollcall.demo.check.Target;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows the lists fill: a table that is drawn anew on a terminal, single lines elsewhere. */
public final class Board {

    private static final int BAR = 24;

    private final PrintStream out;
    private final boolean terminal;
    private final Map<Target, String> names;
    private int drawn;

    public Board(PrintStream out, boolean terminal, Map<Target, String> names) {
        this.out = out;
        this.terminal = terminal;
        this.names = names;
    }

    public synchronized void show(Figures figures) {
        if (!terminal) {
            out.println(line(figures));
            return;
        }
        List<String> lines = table(figures);
        erase();
        lines.forEach(out::println);
        drawn = lines.size();
        out.flush();
    }

    /** Something happened that is worth a line that stays. */
    public synchronized void say(String text) {
        erase();
        out.println(text);
    }

    private void erase() {
        if (drawn > 0) {
            out.print("\033[" + drawn + "A\033[J");
            drawn = 0;
        }
    }

    private List<String> table(Figures figures) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format("  %-26s %9s %9s", "list", "should be", "is"));
        for (Roll.Verdict list : figures.lists()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-26s %,9d %,9d  %s",
                            names.get(list.target()),
                            list.should(),
                            list.is() - list.optional(),
                            bar(list)));
        }
        lines.add("");
        lines.add("  " + progress(figures));
        lines.add("  " + counts(figures));
        return lines;
    }

    private static String bar(Roll.Verdict list) {
        int wrong = list.missing().size() + list.extra().size();
        int all = Math.max(1, list.should());
        int full = Math.max(0, Math.min(BAR, BAR * (list.should() - list.missing().size()) / all));
        String state = wrong == 0 ? "right" : wrong + " to go";
        return "█".repeat(full) + "░".repeat(BAR - full) + " " + state;
    }

    private String line(Figures figures) {
        StringBuilder sizes = new StringBuilder();
        for (Roll.Verdict list : figures.lists()) {
            sizes.append(
                    String.format(
                            " %s %d/%d",
                            list.target().label(), list.is() - list.optional(), list.should()));
        }
        return progress(figures) + " |" + sizes + " | " + counts(figures);
    }

    private static String progress(Figures figures) {
        return String.format(
                Locale.ROOT,
                "%3d s: %,d of %,d messages fed",
                figures.seconds(),
                figures.fed(),
                figures.messages());
    }

    private static String counts(Figures figures) {
        return String.format(
                Locale.ROOT,
                "calls %,d, saved %,d | unmatched %,d, rejected %,d, dead letters %,d",
                figures.callsUsed(),
                figures.callsSaved(),
                figures.tally().people("unmatched"),
                figures.tally().people("rejected"),
                figures.tally().deadLetters().size());
    }
}
