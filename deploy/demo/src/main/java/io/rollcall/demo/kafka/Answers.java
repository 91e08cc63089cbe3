package io.rollcall.demo.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the job's outcomes and dead letters from the beginning, on a thread of its own. */
public final class Answers implements AutoCloseable {

    private static final String OUTCOMES = "rollcall.outcomes";
    private static final String DEAD_LETTERS = "rollcall.dead-letters";

    private final ObjectMapper json = new ObjectMapper();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<JsonNode> outcomes;
    private final Consumer<String> deadLetters;
    private final Thread thread = new Thread(this::read, "answers");

    /** {@code deadLetters} hears where the message stood: topic, partition, offset. */
    public Answers(String servers, Consumer<JsonNode> outcomes, Consumer<String> deadLetters) {
        this.outcomes = outcomes;
        this.deadLetters = deadLetters;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", servers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
    }

    public void start() {
        List<TopicPartition> partitions =
                List.of(OUTCOMES, DEAD_LETTERS).stream()
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            while (true) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(DEAD_LETTERS)) {
            Headers headers = record.headers();
            deadLetters.accept(
                    text(headers, "topic")
                            + "/"
                            + text(headers, "partition")
                            + "/"
                            + text(headers, "offset"));
            return;
        }
        try {
            outcomes.accept(json.readTree(record.value()));
        } catch (IOException e) {
            throw new IllegalStateException("an outcome is no JSON", e);
        }
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
