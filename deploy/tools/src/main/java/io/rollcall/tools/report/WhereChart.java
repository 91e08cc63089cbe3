package io.rollcall.tools.report;

import java.util.Locale;

/** Where the people of an audience stand: one bar for each of five states, with its number. */
final class WhereChart {

    private static final int LABELS = 110;
    private static final int LONGEST = 440;
    private static final int ROW = 26;

    private final Figures figures;

    WhereChart(Figures figures) {
        this.figures = figures;
    }

    String svg() {
        Place.Kind[] kinds = Place.Kind.values();
        StringBuilder svg = new StringBuilder();
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<figure><figcaption>Where the people stand</figcaption><svg"
                                + " viewBox=\"0 0 640 %d\" role=\"img\" aria-label=\"people by"
                                + " state\">",
                        ROW * kinds.length + 6));
        for (int i = 0; i < kinds.length; i++) {
            row(svg, kinds[i], i * ROW + 4);
        }
        return svg.append("</svg></figure>").toString();
    }

    private void row(StringBuilder svg, Place.Kind kind, int y) {
        long count = figures.count(kind);
        double width = figures.received == 0 ? 0 : (double) LONGEST * count / figures.received;
        double seen = count == 0 ? 0 : Math.max(2, width);
        svg.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" class=\"label\">%s</text><rect x=\"%d\" y=\"%d\""
                                + " width=\"%.1f\" height=\"16\" rx=\"3\" class=\"%s\"><title>%s:"
                                + " %s</title></rect><text x=\"%.1f\" y=\"%d\">%s</text>",
                        LABELS - 8,
                        y + 13,
                        kind.word,
                        LABELS,
                        y,
                        seen,
                        kind.word,
                        kind.word,
                        Column.number(count),
                        LABELS + seen + 6,
                        y + 13,
                        Column.number(count)));
    }
}
