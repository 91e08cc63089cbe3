package io.rollcall.job.config;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;

/** Options and keys as Markdown tables, straight from what the readers use. */
final class OptionsTable {

    private OptionsTable() {}

    static String parameters() {
        String kafka =
                row(
                        "`kafka.properties.*`",
                        "text",
                        "",
                        "Any property of Kafka's clients, for every source and Rollcall's own topics.");
        return table(
                List.of("parameter", "value", "default", "what it does"),
                Stream.concat(
                        RollcallOptions.all().stream().map(OptionsTable::parameter),
                        Stream.of(kafka)));
    }

    static String yaml() {
        return table(
                List.of("key", "value", "default", "what it does"),
                YamlKeys.all().stream().filter(YamlKey::builtIn).map(OptionsTable::key));
    }

    static String later() {
        return table(
                List.of("key", "value", "until then", "what it will do"),
                YamlKeys.all().stream()
                        .filter(key -> !key.builtIn() || !key.rule().later().isEmpty())
                        .map(OptionsTable::laterKey));
    }

    private static String parameter(ConfigOption<?> option) {
        String fallback =
                OptionRules.required(option)
                        ? "required"
                        : option.hasDefaultValue()
                                ? code(OptionRules.written(option.defaultValue()))
                                : "";
        return row(
                code(option.key()),
                OptionRules.of(option).name(),
                fallback,
                Usage.description(option));
    }

    private static String key(YamlKey key) {
        String fallback =
                key.required() ? "required" : key.fallback().isEmpty() ? "" : code(key.fallback());
        return row(code(key.path()), key.rule().name(), fallback, key.description());
    }

    private static String laterKey(YamlKey key) {
        String value = key.builtIn() ? String.join(" | ", key.rule().later()) : key.rule().name();
        String instead =
                key.builtIn() ? "use " + String.join(", ", key.rule().choices()) : key.instead();
        return row(code(key.path()), value, instead, key.description());
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String table(List<String> head, Stream<String> rows) {
        String line = head.stream().map(cell -> "---").collect(Collectors.joining("|", "|", "|\n"));
        return row(head.toArray(String[]::new)) + line + rows.collect(Collectors.joining());
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
