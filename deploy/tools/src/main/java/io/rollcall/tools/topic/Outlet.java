package io.rollcall.tools.topic;

import io.rollcall.tools.RefusedException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes records one by one, as many as there are, in the memory of the client's buffer. They are
 * there for good when {@link #close} returns.
 */
public final class Outlet implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failed = new AtomicReference<>();

    Outlet(Map<String, Object> config) throws RefusedException {
        try {
            producer =
                    new KafkaProducer<>(
                            config, new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw refused(e);
        }
    }

    public void send(ProducerRecord<byte[], byte[]> record) throws RefusedException {
        check();
        try {
            producer.send(record, (metadata, e) -> failed.compareAndSet(null, e));
        } catch (KafkaException e) {
            throw refused(e);
        }
    }

    private void check() throws RefusedException {
        if (failed.get() != null) {
            throw refused(failed.get());
        }
    }

    private static RefusedException refused(Exception e) {
        return new RefusedException("Kafka does not take the records: " + e.getMessage());
    }

    /** The client's own delivery.timeout.ms bounds the wait. */
    @Override
    public void close() throws RefusedException {
        try (producer) {
            producer.flush();
            check();
        } catch (KafkaException e) {
            throw refused(e);
        }
    }
}
