package io.rollcall.job;

import io.rollcall.job.config.ConfigurationException;
import io.rollcall.job.config.RollcallOptions;
import io.rollcall.job.config.Settings;
import io.rollcall.job.kafka.FreshStart;
import io.rollcall.job.kafka.KafkaSinks;
import io.rollcall.job.kafka.KafkaSources;
import io.rollcall.job.kafka.Topics;
import org.apache.flink.client.program.StreamPlanEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job's main: whatever is wrong is said before anything is submitted. */
public final class RollcallJob {

    private static final Logger LOG = LoggerFactory.getLogger(RollcallJob.class);

    private RollcallJob() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.parse(arguments);
        settings.warnings().forEach(LOG::warn);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        prepare(env, settings, Rules.of(settings));
        env.execute(name(settings));
    }

    static void prepare(StreamExecutionEnvironment env, Settings settings, Rules rules)
            throws ConfigurationException {
        Topics.prepare(settings);
        if (!(env instanceof StreamPlanEnvironment)) { // asked for the plan only, nothing starts
            FreshStart.vet(settings.parameters(), env.getConfiguration());
        }
        build(env, settings, rules);
    }

    /** As the web UI lists it. */
    static String name(Settings settings) {
        return "Rollcall " + settings.parameters().get(RollcallOptions.JOB_ID);
    }

    static void build(StreamExecutionEnvironment env, Settings settings, Rules rules) {
        Defaults.applyTo(env);
        // The web UI shows these to everyone.
        env.getConfig().setGlobalJobParameters(Configuration.fromMap(settings.shown()));
        KafkaSources kafka = new KafkaSources(settings);
        Inputs inputs =
                new Inputs(
                        kafka.events(),
                        ActivationSource.of(settings.sync().activationSet()),
                        kafka.roster(),
                        kafka.reports(FreshStart.LEDGERS_READER),
                        kafka.reports("reports-scheduler"));
        new Pipeline(env, inputs, new KafkaSinks(settings).outputs(), rules).build();
    }
}
