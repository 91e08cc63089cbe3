package io.rollcall.job.bench;

import io.rollcall.event.RawEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The job's source, from the beginning of a topic. */
final class RawEvents implements KafkaRecordDeserializationSchema<RawEvent> {

    static KafkaSource<RawEvent> of(String servers, String topic) {
        return KafkaSource.<RawEvent>builder()
                .setBootstrapServers(servers)
                .setTopics(topic)
                .setGroupId("bench")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RawEvents())
                .build();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawEvent> out) {
        out.collect(
                new RawEvent(
                        record.value(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestamp()));
    }

    @Override
    public TypeInformation<RawEvent> getProducedType() {
        return TypeInformation.of(RawEvent.class);
    }
}
