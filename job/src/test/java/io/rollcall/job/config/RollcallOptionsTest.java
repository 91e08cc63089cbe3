package io.rollcall.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.Test;

class RollcallOptionsTest {

    @Test
    void defaultsStayAsTheyArePublished() {
        Map<String, String> defaults = new TreeMap<>();
        RollcallOptions.all().stream()
                .filter(ConfigOption::hasDefaultValue)
                .forEach(o -> defaults.put(o.key(), OptionRules.written(o.defaultValue())));
        assertThat(defaults)
                .containsExactly(
                        Map.entry("bulk.export-look", "1 min"),
                        Map.entry("bulk.max-exports", "1"),
                        Map.entry("bulk.max-jobs", "2"),
                        Map.entry("events.max-future-skew", "15 min"),
                        Map.entry("files.discovery-interval", "10 s"),
                        Map.entry("flush.burst", "200"),
                        Map.entry("flush.max-age", "10 s"),
                        Map.entry("flush.min-age", "250 ms"),
                        Map.entry("job-id", "rollcall"),
                        Map.entry("kafka.group-id", "rollcall"),
                        Map.entry("ledger.recent-rows", "64 mb"),
                        Map.entry("ledger.ttl", "90 d"),
                        Map.entry("ledger.unmatched-retry", "1 d"),
                        Map.entry("ledger.unmatched-retry-max", "90 d"),
                        Map.entry("marketo.calls-per-20s", "50"),
                        Map.entry("marketo.calls-per-day", "25000"),
                        Map.entry("marketo.ingestion-retries", "390 min"),
                        Map.entry("marketo.max-in-flight", "5"),
                        Map.entry("marketo.probe-access", "5 min"),
                        Map.entry("marketo.probe-list", "1 h"),
                        Map.entry("start-without-state", "false"),
                        Map.entry("sweep.period", "10 min"),
                        Map.entry("topics.dead-letters", "dead-letters"),
                        Map.entry("topics.memberships", "memberships"),
                        Map.entry("topics.outcomes", "outcomes"),
                        Map.entry("topics.prefix", "rollcall."),
                        Map.entry("topics.reports", "reports"),
                        Map.entry("topics.reports-min-retention", "14 d"));
    }

    @Test
    void everyOptionIsListedOnce() {
        assertThat(RollcallOptions.all()).doesNotHaveDuplicates();
        assertThat(RollcallOptions.all().stream().<String>map(ConfigOption::key))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(declaredKeys());
    }

    @Test
    void everyOptionIsDescribedAndNamedAlike() {
        for (ConfigOption<?> option : RollcallOptions.all()) {
            assertThat(option.key())
                    .matches("[a-z]+(-[a-z0-9]+)*(\\.[a-z]+(-[a-z0-9]+)*)*")
                    .doesNotEndWith("-ms")
                    .doesNotEndWith("-seconds");
            assertThat(Usage.description(option)).as(option.key()).matches("(?s)[A-Z].{20,}\\.");
        }
    }

    @Test
    void everyDefaultIsAllowed() {
        for (ConfigOption<?> option : RollcallOptions.all()) {
            if (option.hasDefaultValue()) {
                assertThat(OptionRules.of(option).accepts())
                        .as(option.key())
                        .accepts(OptionRules.written(option.defaultValue()));
            }
        }
    }

    @Test
    void everyTextOptionHasARuleOfItsOwn() {
        assertThat(RollcallOptions.all().stream().map(OptionRules::of)).doesNotContain(Rules.TEXT);
    }

    private static List<String> declaredKeys() {
        return Stream.of(RollcallOptions.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .filter(field -> field.getType() == ConfigOption.class)
                .map(
                        field -> {
                            try {
                                return ((ConfigOption<?>) field.get(null)).key();
                            } catch (IllegalAccessException e) {
                                throw new AssertionError(e);
                            }
                        })
                .toList();
    }
}
