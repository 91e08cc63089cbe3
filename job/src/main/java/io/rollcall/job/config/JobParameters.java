package io.rollcall.job.config;

import static io.rollcall.job.config.RollcallOptions.KAFKA_BOOTSTRAP_SERVERS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_PREFIX;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** The job parameters, judged: how to sync, by the options of {@link RollcallOptions}. */
public record JobParameters(Configuration options, KafkaProperties kafkaProperties)
        implements Serializable {

    /** Null for an option that has no default and was not given. */
    public <T> T get(ConfigOption<T> option) {
        return options.get(option);
    }

    /** The full name of one of Rollcall's own topics. */
    public String topic(ConfigOption<String> name) {
        return get(TOPICS_PREFIX) + get(name);
    }

    /** For Rollcall's own topics. */
    public KafkaProperties kafka() {
        Map<String, String> servers = new LinkedHashMap<>();
        if (options.contains(KAFKA_BOOTSTRAP_SERVERS)) {
            servers.put("bootstrap.servers", get(KAFKA_BOOTSTRAP_SERVERS));
        }
        return kafkaProperties.over(new KafkaProperties(servers));
    }

    /** For a source: its own properties first. */
    public KafkaProperties kafka(SourceConfig source) {
        return source.properties().over(kafka());
    }

    /** For the web UI: the effective values of what may be seen. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        RollcallOptions.all().stream()
                .filter(OptionRules::mayShow)
                .filter(option -> get(option) != null)
                .forEach(option -> shown.put(option.key(), OptionRules.written(get(option))));
        return shown;
    }

    @Override
    public String toString() {
        return "JobParameters" + shown();
    }
}
