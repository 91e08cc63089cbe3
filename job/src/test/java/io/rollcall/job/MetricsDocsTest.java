package io.rollcall.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.call.CallerMetric;
import io.rollcall.event.decode.DecodeMetric;
import io.rollcall.job.activations.RosterMetric;
import io.rollcall.job.dataverse.TableMetric;
import io.rollcall.job.kafka.ReportsMetric;
import io.rollcall.ledger.LedgerMetric;
import io.rollcall.metric.Metric;
import io.rollcall.metric.MetricSpec;
import io.rollcall.schedule.SchedulerMetric;
import io.rollcall.sweep.SweepMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricsDocsTest {

    private static final Path PAGE = Path.of("../docs/metrics.md");

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        String page = Files.readString(PAGE);
        String made = page;
        for (Map.Entry<String, Metric[]> operator : operators().entrySet()) {
            made = between(made, operator.getKey(), table(operator.getValue()));
        }
        if (Boolean.getBoolean("rollcall.regenerate")) {
            Files.writeString(PAGE, made);
        } else {
            assertThat(page)
                    .as("docs/metrics.md differs from the code: run scripts/generate-docs")
                    .isEqualTo(made);
        }
    }

    @Test
    void everyMetricSaysWhatItIsInOneSentence() {
        assertThat(operators().values().stream().flatMap(Arrays::stream))
                .allSatisfy(
                        metric ->
                                assertThat(metric.spec().help())
                                        .as(metric.name())
                                        .matches("[A-Z0-9`].*[.]"));
    }

    private static Map<String, Metric[]> operators() {
        Map<String, Metric[]> operators = new LinkedHashMap<>();
        operators.put("decode", DecodeMetric.values());
        operators.put("reports", ReportsMetric.values());
        operators.put("ledger", LedgerMetric.values());
        operators.put("scheduler", SchedulerMetric.values());
        operators.put("caller", CallerMetric.values());
        operators.put("sweep", SweepMetric.values());
        operators.put("roster", RosterMetric.values());
        operators.put("dataverse", TableMetric.values());
        return operators;
    }

    private static String table(Metric[] metrics) {
        return "| metric | by | kind | what it says |\n|---|---|---|---|\n"
                + Stream.of(metrics).map(MetricsDocsTest::row).collect(Collectors.joining());
    }

    private static String row(Metric metric) {
        MetricSpec spec = metric.spec();
        List<String> cells =
                List.of(
                        "`" + metric.title() + "`",
                        spec.labels().stream()
                                .map(label -> "`" + label + "`")
                                .collect(Collectors.joining(", ")),
                        spec.kind().name().toLowerCase(Locale.ROOT),
                        spec.help());
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String between(String page, String name, String content) {
        int begin = page.indexOf("-->", page.indexOf("<!-- " + name + ":begin")) + "-->".length();
        int end = page.indexOf("<!-- " + name + ":end");
        assertThat(end).as("the markers of " + name).isGreaterThan(begin);
        return page.substring(0, begin) + "\n" + content + page.substring(end);
    }
}
