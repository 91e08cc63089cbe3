package io.rollcall.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a test asks of a broker, whoever started it. */
public record Kafka(String servers) {

    boolean answers() {
        try (Admin admin = admin()) {
            return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).size() == 1;
        } catch (Exception notYet) {
            return false;
        }
    }

    public Admin admin() {
        return Admin.create(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "request.timeout.ms",
                        "5000",
                        "default.api.timeout.ms",
                        "10000"));
    }

    /**
     * Quick: nothing waits to be gathered. Records of up to 20 MB leave it. Of two batches under
     * way to a partition that was just made, one was seen to wait until it expired two minutes
     * later, so there is one at a time.
     */
    public KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "linger.ms",
                        "0",
                        "max.request.size",
                        20 << 20,
                        "max.in.flight.requests.per.connection",
                        1,
                        "reconnect.backoff.max.ms",
                        "500"),
                new StringSerializer(),
                new StringSerializer());
    }

    public void create(String topic, int partitions) throws Exception {
        create(topic, partitions, Map.of());
    }

    void create(String topic, int partitions, Map<String, String> config) throws Exception {
        try (Admin admin = admin()) {
            NewTopic wanted = new NewTopic(topic, partitions, (short) 1).configs(config);
            admin.createTopics(List.of(wanted)).all().get(10, TimeUnit.SECONDS);
        }
    }

    /** All that stands in a topic now. */
    public List<ConsumerRecord<String, String>> records(String topic) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
