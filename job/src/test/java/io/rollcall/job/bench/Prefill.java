package io.rollcall.job.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fills the topics before anything is measured. */
final class Prefill {

    private static final int PARTITIONS = 4;
    private static final int PROGRESS = 250_000;

    private final Map<String, Object> properties;
    private final String prefix;

    Prefill(String servers, String prefix) {
        this.properties =
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "linger.ms",
                        20,
                        "batch.size",
                        1 << 17,
                        "compression.type",
                        "lz4",
                        // Two batches under way to a partition that was just made: one was seen
                        // to wait until it expired.
                        "max.in.flight.requests.per.connection",
                        1);
        this.prefix = prefix;
    }

    String topic(Workload workload) {
        return prefix + workload.title();
    }

    void write(Size size, List<Workload> workloads) throws Exception {
        Traffic traffic = new Traffic(1, size);
        for (Workload workload : workloads) {
            write(workload, traffic, size.messages(workload));
        }
    }

    private void write(Workload workload, Traffic traffic, int messages) throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", properties.get("bootstrap.servers")))) {
            NewTopic wanted =
                    new NewTopic(topic(workload), Optional.of(PARTITIONS), Optional.empty());
            admin.createTopics(List.of(wanted)).all().get();
        }
        try (var producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            while (producer.partitionsFor(topic(workload)).size() < PARTITIONS) {
                Thread.sleep(50);
            }
            AtomicReference<Exception> lost = new AtomicReference<>();
            for (int i = 0; i < messages; i++) {
                byte[] value = traffic.message(workload, i);
                // In turn, so that all partitions end together.
                producer.send(
                        new ProducerRecord<>(topic(workload), i % PARTITIONS, null, value),
                        (written, fault) -> lost.compareAndSet(null, fault));
                if ((i + 1) % PROGRESS == 0 || i + 1 == messages) {
                    System.out.printf(
                            "  %s: %,d of %,d messages written%n",
                            workload.title(), i + 1, messages);
                }
            }
            producer.flush();
            if (lost.get() != null) {
                throw lost.get();
            }
        }
    }
}
