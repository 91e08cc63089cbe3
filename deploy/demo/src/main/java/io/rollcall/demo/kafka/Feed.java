package io.rollcall.demo.kafka;

import io.rollcall.demo.story.Message;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes messages, and tells which of them Kafka has taken. */
public final class Feed implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final BiConsumer<Message, RecordMetadata> taken;

    public Feed(String servers, BiConsumer<Message, RecordMetadata> taken) {
        this.taken = taken;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                "bootstrap.servers",
                                servers,
                                "linger.ms",
                                5,
                                // Two under way to a partition that was just made: one was seen
                                // to wait until it expired.
                                "max.in.flight.requests.per.connection",
                                1,
                                "compression.type",
                                "lz4"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    public void send(Message message) {
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka does not take messages", failure.get());
        }
        byte[] key = message.key().getBytes(StandardCharsets.UTF_8);
        producer.send(
                new ProducerRecord<>(message.topic(), key, message.bytes()),
                (metadata, e) -> {
                    if (e == null) {
                        taken.accept(message, metadata);
                    } else {
                        failure.set(e);
                    }
                });
    }

    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
