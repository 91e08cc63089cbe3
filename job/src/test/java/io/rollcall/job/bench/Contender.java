package io.rollcall.job.bench;

import io.rollcall.event.RawEvent;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * A job that reads the events and counts each assertion in {@link Tally} when it is done with it.
 */
interface Contender {

    String title();

    /** What the job wants of Flink. */
    Configuration settings();

    void build(DataStream<RawEvent> events, Workload workload);
}
