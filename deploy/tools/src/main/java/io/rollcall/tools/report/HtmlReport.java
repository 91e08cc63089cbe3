package io.rollcall.tools.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The report as a page with everything in it: it can be mailed and opened anywhere. */
final class HtmlReport {

    private final List<Figures> all;
    private final Instant now;

    HtmlReport(List<Figures> all, Instant now) {
        this.all = all;
        this.now = now;
    }

    String page() {
        StringBuilder body = new StringBuilder();
        body.append("<h1>Rollcall: audiences</h1><p class=\"muted\">As of ").append(now);
        body.append(". Changes are counted as far back as the outcomes topic reaches.</p>");
        if (all.isEmpty()) {
            body.append("<p>Nothing has been told of any audience yet.</p>");
        }
        all.forEach(figures -> section(body, figures));
        return frame().replace("<!-- body -->", body);
    }

    private void section(StringBuilder body, Figures figures) {
        body.append("<section><h2>").append(escaped(figures.target.audience())).append("</h2>");
        body.append("<p class=\"muted\">list ").append(figures.target.list()).append(" at ");
        body.append(escaped(figures.target.instance())).append("</p><div class=\"tiles\">");
        for (Column column :
                List.of(Column.ON, Column.RECEIVED, Column.MATCH_RATE, Column.ACTIVATION_RATE)) {
            body.append("<div class=\"tile\"><b>").append(escaped(column.text(figures)));
            body.append("</b><span>").append(column.title).append("</span></div>");
        }
        body.append("</div>");
        body.append(new WhereChart(figures).svg());
        body.append(new ChangesChart(figures.byHour, now).svg());
        table(body, figures);
        body.append("</section>");
    }

    private static void table(StringBuilder body, Figures figures) {
        body.append("<details><summary>All figures</summary><table>");
        for (Column column : Column.values()) {
            body.append("<tr><th scope=\"row\">").append(column.title).append("</th><td>");
            body.append(escaped(column.text(figures))).append("</td></tr>");
        }
        body.append("</table></details>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String frame() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the jar lacks its report.html", e);
        }
    }
}
