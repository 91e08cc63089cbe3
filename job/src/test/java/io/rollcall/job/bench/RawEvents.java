package io.rollcall.job.bench;

import io.rollcall.event.RawEvent;
import io.rollcall.job.kafka.RawEventSchema;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** The job's source, from the beginning of a topic. */
final class RawEvents {

    private RawEvents() {}

    static KafkaSource<RawEvent> of(String servers, String topic) {
        return KafkaSource.<RawEvent>builder()
                .setBootstrapServers(servers)
                .setTopics(topic)
                .setGroupId("bench")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RawEventSchema())
                .build();
    }
}
