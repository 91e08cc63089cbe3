package io.rollcall.tools.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.report.Report;
import io.rollcall.report.ReportCodec;
import io.rollcall.tools.RefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

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
        send(List.of(new ProducerRecord<>(prefix + "reports", key, ReportCodec.write(report))));
    }

    public void deadLetters(Consumer<ConsumerRecord<byte[], byte[]>> letters)
            throws RefusedException {
        read("dead-letters", any -> true, letters);
    }

    /** Writes records to where they say; they are there for good when this returns. */
    /** The names of all topics there are. */
    public Set<String> names() throws RefusedException {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.listTopics().keySet();
        } catch (KafkaException e) {
            throw new RefusedException("topics cannot be listed: " + e.getMessage());
        }
    }

    public void send(List<ProducerRecord<byte[], byte[]>> records) throws RefusedException {
        Map<String, Object> config = new HashMap<>(properties);
        config.put("acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<RecordMetadata> one : sent) {
                one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("interrupted");
        } catch (KafkaException | ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new RefusedException("Kafka does not take the records: " + e.getMessage());
        }
    }

    private static Fact fact(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null
                ? Fact.gone(json(record, record.key()))
                : Fact.of(json(record, record.value()));
    }

    private void read(
            String name, Predicate<byte[]> key, Consumer<ConsumerRecord<byte[], byte[]>> records)
            throws RefusedException {
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
                        records.accept(record);
                    }
                }
            }
        } catch (TimeoutException e) {
            throw new RefusedException(
                    "no Kafka broker answers at "
                            + properties.get("bootstrap.servers")
                            + "; name another with --kafka");
        } catch (KafkaException e) {
            throw new RefusedException(topic + " cannot be read: " + e.getMessage());
        }
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
