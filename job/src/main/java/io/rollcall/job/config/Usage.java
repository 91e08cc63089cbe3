package io.rollcall.job.config;

import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;

/** What {@code --help} prints. */
final class Usage {

    private static final String HEAD =
            """
            Keeps Marketo static lists in step with audiences.

            Job parameters, as --key value or --key=value:

            """;

    private static final String TAIL =
            """
              --kafka.properties.*
                  Any property of Kafka's clients. Secrets as ${env:NAME} or ${file:/path:key}.

            docs/configuration.md describes these and the keys of the YAML.""";

    private Usage() {}

    static String text() {
        return RollcallOptions.all().stream()
                .map(Usage::of)
                .collect(Collectors.joining("", HEAD, TAIL));
    }

    private static String of(ConfigOption<?> option) {
        return "  --%s  (%s)\n      %s\n"
                .formatted(option.key(), fallback(option), description(option));
    }

    private static String fallback(ConfigOption<?> option) {
        if (OptionRules.required(option)) {
            return "required";
        }
        return option.hasDefaultValue() ? OptionRules.written(option.defaultValue()) : "no default";
    }

    static String description(ConfigOption<?> option) {
        return new HtmlFormatter().format(option.description());
    }
}
