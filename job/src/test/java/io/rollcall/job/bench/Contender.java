package io.rollcall.job.bench;

import io.rollcall.event.RawEvent;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * A job that reads the events and counts each assertion in {@link Tally} when it is done with it.
 */
interface Contender {

    /** {@code folder} holds the configuration that Rollcall wants of Flink. */
    static Contender of(String name, String folder, Size size) {
        Configuration ours = GlobalConfiguration.loadConfiguration(folder);
        ours.removeKey("metrics.reporters");
        return switch (name) {
            case "null" -> new NullJob(ours);
            case "keyed" -> new KeyedJob(ours, size);
            case "naive" -> new NaiveJob();
            case "rollcall" -> new LedgerJob(ours, size);
            default -> throw new IllegalArgumentException("no job " + name);
        };
    }

    String title();

    /** What the job wants of Flink. */
    Configuration settings();

    void build(DataStream<RawEvent> events, Workload workload);
}
