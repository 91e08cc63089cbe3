package io.rollcall.job.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills a topic before anything is measured. */
final class Prefill {

    private static final int PROGRESS = 100_000;

    private final String servers;
    private final String topic;

    Prefill(String servers, String topic) {
        this.servers = servers;
        this.topic = topic;
    }

    void write(Exports exports, int people, int later) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            NewTopic wanted = new NewTopic(topic, Optional.of(2), Optional.empty());
            admin.createTopics(List.of(wanted)).all().get();
        }
        Map<String, Object> properties =
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "linger.ms",
                        20,
                        "batch.size",
                        1 << 17,
                        "compression.type",
                        "lz4");
        try (var producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < people + later; i++) {
                byte[] value = i < people ? exports.first(i) : exports.later();
                // In turn, so that both partitions hold first messages before later ones.
                producer.send(new ProducerRecord<>(topic, i % 2, null, value));
                if ((i + 1) % PROGRESS == 0) {
                    System.out.printf("  %,d of %,d messages written%n", i + 1, people + later);
                }
            }
        }
    }
}
