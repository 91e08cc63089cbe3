package io.rollcall.tools.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.report.Report;
import io.rollcall.report.ReportCodec;
import io.rollcall.tools.RefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads Rollcall's own topics from their beginning to where they ended when it began. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String prefix;
    private final Map<String, Object> properties;

    public Topics(String prefix, Map<String, Object> properties) {
        this.prefix = prefix;
        this.properties = new HashMap<>(properties);
        this.properties.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
        this.properties.put("enable.auto.commit", "false");
    }

    /** What is true now; later facts of a person and a list replace earlier ones. */
    public void memberships(Predicate<byte[]> key, Consumer<Fact> facts) throws RefusedException {
        read("memberships", key, record -> facts.accept(fact(record)));
    }

    /** How many records they are at most: what compaction took away counts as well. */
    public long countMemberships() throws RefusedException {
        String topic = prefix + "memberships";
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            return consumer.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end -> end.getValue() - begins.get(end.getKey()))
                    .sum();
        } catch (KafkaException e) {
            throw unreadable(topic, e);
        }
    }

    public void outcomes(Predicate<byte[]> key, Consumer<Event> events) throws RefusedException {
        read("outcomes", key, record -> events.accept(Event.of(json(record, record.value()))));
    }

    /** What the job wrote down for itself, in order. */
    public void reports(Consumer<Report> reports) throws RefusedException {
        read(
                "reports",
                any -> true,
                record -> {
                    Report report = ReportCodec.read(record.value(), record.offset());
                    if (report != null) {
                        reports.accept(report);
                    }
                });
    }

    /** Tells the job something; it is there for good when this returns. */
    public void write(Report report) throws RefusedException {
        byte[] key = ReportCodec.key(report);
        try (Outlet outlet = outlet()) {
            outlet.send(new ProducerRecord<>(prefix + "reports", key, ReportCodec.write(report)));
        }
    }

    public void deadLetters(Taker letters) throws RefusedException {
        read("dead-letters", any -> true, letters);
    }

    /** The names of all topics there are. */
    public Set<String> names() throws RefusedException {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.listTopics().keySet();
        } catch (KafkaException e) {
            throw new RefusedException("topics cannot be listed: " + e.getMessage());
        }
    }

    /** For records that say themselves where they go. */
    public Outlet outlet() throws RefusedException {
        Map<String, Object> config = new HashMap<>(properties);
        config.put("acks", "all");
        config.putIfAbsent("max.block.ms", (int) PATIENCE.toMillis());
        config.putIfAbsent("request.timeout.ms", (int) PATIENCE.toMillis());
        config.putIfAbsent("delivery.timeout.ms", 2 * (int) PATIENCE.toMillis());
        return new Outlet(config);
    }

    private static Fact fact(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null
                ? Fact.gone(json(record, record.key()))
                : Fact.of(json(record, record.value()));
    }

    /** Takes one record of a topic, and may end the reading. */
    public interface Taker {
        void take(ConsumerRecord<byte[], byte[]> record) throws RefusedException;
    }

    private void read(String name, Predicate<byte[]> key, Taker records) throws RefusedException {
        String topic = prefix + name;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Progress progress = new Progress(topic, consumer.endOffsets(partitions));
            while (!progress.isOver(consumer)) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(500))) {
                    if (progress.covers(record) && key.test(record.key())) {
                        records.take(record);
                    }
                }
            }
        } catch (KafkaException e) {
            throw unreadable(topic, e);
        }
    }

    private RefusedException unreadable(String topic, KafkaException e) {
        return new RefusedException(
                e instanceof TimeoutException
                        ? "no Kafka broker answers at "
                                + properties.get("bootstrap.servers")
                                + "; name another with --kafka"
                        : topic + " cannot be read: " + e.getMessage());
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic)
            throws RefusedException {
        List<PartitionInfo> infos = consumer.listTopics().get(topic);
        if (infos == null) {
            throw new RefusedException(
                    "there is no topic "
                            + topic
                            + " at "
                            + properties.get("bootstrap.servers")
                            + "; --prefix has to be the job's topics.prefix");
        }
        return infos.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
    }

    private static JsonNode json(ConsumerRecord<byte[], byte[]> record, byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new KafkaException(
                    "partition "
                            + record.partition()
                            + ", offset "
                            + record.offset()
                            + " is no JSON; is this a topic of Rollcall?",
                    e);
        }
    }
}
