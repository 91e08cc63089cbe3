package io.rollcall.job.chaos;

import io.rollcall.job.Kafka;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** The topic of events: a steady feed into it by a thread of its own, and what is wrong with it. */
final class Input implements AutoCloseable {

    static final String TOPIC = "audience-events";

    /** 40 events a second. */
    private static final long PACE_MS = 25;

    private static final int MOST_PARTITIONS = 12;
    private static final int LARGE = 5 << 20;
    private static final String GARBAGE =
            "{\"person\":{\"email\":\"x@example.com\"},\"memberships\":[";

    private final Kafka kafka;
    private final Feed feed;
    private final SplittableRandom random;
    private final KafkaProducer<String, String> producer;
    private final Thread speaker = new Thread(this::speak, "speaker");
    private volatile boolean ending;
    private volatile int partitions = 3;
    private volatile int silent = -1;

    Input(Kafka kafka, Feed feed, SplittableRandom random) throws Exception {
        this.kafka = kafka;
        this.feed = feed;
        this.random = random;
        kafka.create(TOPIC, partitions);
        this.producer = kafka.producer();
    }

    void begin() {
        speaker.start();
    }

    private void speak() {
        SplittableRandom dice = random.split();
        try {
            while (!ending) {
                say(dice, feed.next());
                Thread.sleep(PACE_MS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the broker has it, since it counts as said. */
    private void say(SplittableRandom dice, String event) throws InterruptedException {
        while (true) {
            int partition = dice.nextInt(partitions);
            if (partition != silent) {
                try {
                    send(partition, event);
                    return;
                } catch (ExecutionException brokerAway) {
                    Thread.sleep(PACE_MS);
                }
            }
        }
    }

    private void send(Integer partition, String value)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(TOPIC, partition, null, value)).get();
    }

    void put(String topic, String key, String value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get(1, TimeUnit.MINUTES);
    }

    void flood() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            producer.send(new ProducerRecord<>(TOPIC, GARBAGE + "[".repeat(i)));
        }
        send(null, "\0" + "9".repeat(800_000));
    }

    /** Refused by the broker; then its limit is raised, and the job meets it. */
    void tooLarge() throws Exception {
        String large = GARBAGE + " ".repeat(LARGE);
        limit(1 << 20);
        try {
            send(null, large);
            throw new AssertionError("the broker took a record over its limit");
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof RecordTooLargeException)) {
                throw refused;
            }
        }
        limit(2 * LARGE);
        send(null, large);
    }

    private void limit(int bytes) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        Collection<AlterConfigOp> changes =
                List.of(
                        new AlterConfigOp(
                                new ConfigEntry("max.message.bytes", bytes + ""),
                                AlterConfigOp.OpType.SET));
        try (Admin admin = kafka.admin()) {
            admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get(30, TimeUnit.SECONDS);
        }
    }

    /** What is said goes to the others until somebody ends it. */
    Runnable silence() {
        silent = random.nextInt(partitions);
        return () -> silent = -1;
    }

    void grow() throws Exception {
        int more = Math.min(partitions + 1, MOST_PARTITIONS);
        if (more > partitions) {
            try (Admin admin = kafka.admin()) {
                admin.createPartitions(Map.of(TOPIC, NewPartitions.increaseTo(more)))
                        .all()
                        .get(30, TimeUnit.SECONDS);
            }
            partitions = more;
        }
    }

    /** Nothing more is said, and everything that was said is there. */
    void end() throws InterruptedException {
        ending = true;
        speaker.join(TimeUnit.MINUTES.toMillis(5));
        if (speaker.isAlive()) {
            throw new IllegalStateException("the last event is not taken by the broker");
        }
    }

    @Override
    public void close() {
        speaker.interrupt();
        producer.close(Duration.ZERO);
    }
}
