package io.rollcall.job;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What the job asks of Flink where the cluster's configuration says nothing; deploy/flink holds the
 * whole recommendation.
 */
final class Defaults {

    private final StreamExecutionEnvironment env;
    private final Configuration chosen = new Configuration();

    private Defaults(StreamExecutionEnvironment env) {
        this.env = env;
    }

    static void applyTo(StreamExecutionEnvironment env) {
        Defaults defaults = new Defaults(env);
        // A graph that could not be restored later is refused now, whatever the cluster says.
        defaults.chosen.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        defaults.chosen.set(PipelineOptions.GENERIC_TYPES, false);
        defaults.unlessSet(PipelineOptions.OBJECT_REUSE, true);
        defaults.unlessSet(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(5));
        defaults.unlessSet(StateBackendOptions.STATE_BACKEND, "rocksdb");
        defaults.unlessSet(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
        env.configure(defaults.chosen);
    }

    private <T> void unlessSet(ConfigOption<T> option, T value) {
        if (env.getConfiguration().getOptional(option).isEmpty()) {
            chosen.set(option, value);
        }
    }
}
