package io.rollcall.job.config;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Properties for Kafka's clients. Secrets stand in them as placeholders, {@code ${env:NAME}} or
 * {@code ${file:/path:key}}, which Kafka's own config providers resolve where the client runs.
 * Whatever stands in them is never shown.
 */
public record KafkaProperties(Map<String, String> values) implements Serializable {

    private static final Map<String, String> PROVIDERS =
            Map.of(
                    "env", "org.apache.kafka.common.config.provider.EnvVarConfigProvider",
                    "file", "org.apache.kafka.common.config.provider.FileConfigProvider",
                    "directory", "org.apache.kafka.common.config.provider.DirectoryConfigProvider");

    public KafkaProperties {
        values = Map.copyOf(values);
    }

    /** These, and where they say nothing the others. */
    public KafkaProperties over(KafkaProperties others) {
        Map<String, String> all = new HashMap<>(others.values);
        all.putAll(values);
        return new KafkaProperties(all);
    }

    /** For a Kafka client, with the providers that its placeholders need. */
    public Properties toProperties() {
        Properties properties = new Properties();
        properties.putAll(values);
        if (usesProviders() && !values.containsKey("config.providers")) {
            properties.put("config.providers", String.join(",", PROVIDERS.keySet()));
            PROVIDERS.forEach(
                    (name, type) -> properties.put("config.providers." + name + ".class", type));
        }
        return properties;
    }

    private boolean usesProviders() {
        return values.values().stream().anyMatch(KafkaProperties::hasPlaceholder);
    }

    static boolean hasPlaceholder(String value) {
        return value.matches("(?s).*\\$\\{(env|file|directory):[^}]+\\}.*");
    }

    static Collection<String> providers() {
        return PROVIDERS.keySet();
    }

    @Override
    public String toString() {
        return "KafkaProperties" + values.keySet();
    }
}
