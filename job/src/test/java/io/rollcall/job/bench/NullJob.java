package io.rollcall.job.bench;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.DecodeFunction;
import io.rollcall.event.decode.Decoders;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Reads and decodes, and that is all: no job with this source and decoder can be faster. */
final class NullJob implements Contender {

    private final Configuration settings;

    NullJob(Configuration settings) {
        this.settings = settings;
    }

    @Override
    public String title() {
        return "null";
    }

    @Override
    public Configuration settings() {
        return settings;
    }

    @Override
    public void build(DataStream<RawEvent> events, Workload workload) {
        decoded(events, workload)
                .map(NullJob::counted)
                .returns(AudienceEvent.class)
                .uid("count")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
    }

    private static AudienceEvent counted(AudienceEvent event) {
        Tally.add(event.assertions().size());
        return event;
    }

    static SingleOutputStreamOperator<AudienceEvent> decoded(
            DataStream<RawEvent> events, Workload workload) {
        return events.process(
                        new DecodeFunction(
                                workload.format, Decoders.of(workload.format, Scene.options())))
                .returns(AudienceEvent.class)
                .uid("decode");
    }
}
