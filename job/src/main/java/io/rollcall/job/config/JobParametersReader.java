package io.rollcall.job.config;

import static io.rollcall.job.config.RollcallOptions.*;
import static io.rollcall.job.config.RollcallOptions.MARKETO_ENDPOINT;
import static io.rollcall.job.config.RollcallOptions.MARKETO_INGESTION_RETRIES;

import io.rollcall.words.Nearest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Judges the command line. What is at fault keeps its default, so that the rest can be judged. */
final class JobParametersReader {

    private final Faults faults;
    private static final Duration MARKETO_TRIES_FOR = Duration.ofHours(6);

    private final Configuration options = new Configuration();
    private final Map<String, String> kafka = new HashMap<>();

    private JobParametersReader(Faults faults) {
        this.faults = faults;
    }

    static JobParameters read(List<String> line, Faults faults) {
        JobParametersReader reader = new JobParametersReader(faults);
        Map<String, String> arguments = Arguments.read(line, faults);
        arguments.forEach(reader::take);
        all().forEach(option -> reader.required(option, arguments));
        JobParameters parameters =
                new JobParameters(reader.options, new KafkaProperties(reader.kafka));
        reader.compare(parameters, FLUSH_MIN_AGE, FLUSH_MAX_AGE);
        reader.compare(parameters, LEDGER_UNMATCHED_RETRY, LEDGER_UNMATCHED_RETRY_MAX);
        reader.vetRetries(parameters);
        return parameters;
    }

    private void take(String key, String value) {
        if (key.startsWith(KAFKA_PROPERTIES)) {
            takeKafka(key, key.substring(KAFKA_PROPERTIES.length()), value);
        } else {
            option(key).ifPresentOrElse(option -> take(option, value), () -> unknown(key));
        }
    }

    private void take(ConfigOption<?> option, String value) {
        if (OptionRules.of(option).vet(option.key(), value.trim(), faults)) {
            options.setString(option.key(), value.trim());
        }
    }

    private void takeKafka(String key, String property, String value) {
        if (property.equals("bootstrap.servers")) {
            faults.add(key, "use " + KAFKA_BOOTSTRAP_SERVERS.key());
        }
        KafkaPropertyRules.vet(key, property, value, faults);
        kafka.put(property, value);
    }

    private void unknown(String key) {
        List<String> known = all().stream().<String>map(ConfigOption::key).toList();
        faults.add(
                key,
                "no such job parameter"
                        + Nearest.to(key, known)
                                .map(word -> "; did you mean " + word + "?")
                                .orElse("; --help lists them all"));
    }

    private static Optional<ConfigOption<?>> option(String key) {
        return all().stream()
                .<ConfigOption<?>>map(option -> option)
                .filter(option -> option.key().equals(key))
                .findFirst();
    }

    private void required(ConfigOption<?> option, Map<String, String> arguments) {
        if (OptionRules.required(option) && !arguments.containsKey(option.key())) {
            faults.add(option.key(), "missing; write " + OptionRules.of(option).required());
        }
    }

    /** Only a Marketo of our own is known to try for less long. */
    private void vetRetries(JobParameters parameters) {
        boolean real = parameters.get(MARKETO_ENDPOINT) == null;
        if (real && parameters.get(MARKETO_INGESTION_RETRIES).compareTo(MARKETO_TRIES_FOR) < 0) {
            faults.add(
                    MARKETO_INGESTION_RETRIES.key(),
                    "shorter than the six hours in which Marketo tries; make it longer");
        }
    }

    private void compare(
            JobParameters parameters, ConfigOption<Duration> less, ConfigOption<Duration> more) {
        if (parameters.get(less).compareTo(parameters.get(more)) > 0) {
            faults.add(less.key(), "longer than " + more.key() + "; make it shorter");
        }
    }
}
