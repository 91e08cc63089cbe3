package io.rollcall.tools.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The report for a terminal: one block an audience, since sixteen columns fit none. */
final class TextReport {

    private static final int WIDTH =
            Arrays.stream(Column.values()).mapToInt(c -> c.title.length()).max().orElse(0);

    private TextReport() {}

    static List<String> lines(List<Figures> all) {
        List<String> lines = new ArrayList<>();
        if (all.isEmpty()) {
            lines.add("Nothing has been told of any audience yet.");
        }
        for (Figures figures : all) {
            for (Column column : Column.values()) {
                lines.add(pad(column.title) + "  " + column.text(figures));
            }
            lines.add("");
        }
        return lines;
    }

    private static String pad(String title) {
        return title + " ".repeat(WIDTH - title.length());
    }
}
