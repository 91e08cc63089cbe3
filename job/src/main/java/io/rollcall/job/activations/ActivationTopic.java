package io.rollcall.job.activations;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a compacted topic on a thread of its own, always from the beginning: a task's thread must
 * never wait for a broker, and Flink's Kafka source would go on from the offsets of a checkpoint,
 * where what was deleted meanwhile would live on in state.
 */
final class ActivationTopic implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ActivationTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final String topic;
    private final Properties properties;
    private final Thread thread = new Thread(this::follow, "activation-topic");
    private volatile Map<String, String> content;
    private volatile boolean closed;

    ActivationTopic(String topic, Properties properties) {
        this.topic = topic;
        this.properties = properties;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** The newest value of each key; null until all that stood there at the start was read. */
    Map<String, String> content() {
        return content;
    }

    private void follow() {
        while (!closed) {
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(
                            properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                read(consumer);
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (KafkaException e) {
                LOG.warn(
                        "The topic {} cannot be read ({}); activations stay as they are until it can",
                        topic,
                        e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<String, String> values = new TreeMap<>();
        boolean whole = false;
        while (!closed) {
            var records = consumer.poll(POLL);
            records.forEach(record -> put(values, record));
            boolean wasWhole = whole;
            whole = whole || partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p));
            if (whole && (!records.isEmpty() || !wasWhole)) {
                content = Map.copyOf(values);
            }
        }
    }

    /** A record without a key could never be changed nor removed, so it has no say. */
    private static void put(Map<String, String> values, ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            LOG.warn("An activation without a key, at offset {}, is ignored", record.offset());
        } else if (record.value() == null) {
            values.remove(text(record.key()));
        } else {
            values.put(text(record.key()), text(record.value()));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
