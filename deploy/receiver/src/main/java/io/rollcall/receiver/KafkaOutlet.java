package io.rollcall.receiver;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.rollcall.receiver.Outlet.Fate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Kafka topics. A body counts as kept when all replicas that are in step have it. The producer
 * gives up in time for the answer; a body that it gave up on may be there all the same, which is
 * harmless: what it says is ordered by its own time.
 */
final class KafkaOutlet implements Outlet, AutoCloseable {

    /** What the producer adds to bodies, and what is on its way to the brokers. */
    private static final long MARGIN = 8L << 20;

    private final KafkaProducer<byte[], byte[]> producer;

    /**
     * A producer believes what it once heard of the cluster: only asking tells that it is there.
     */
    private final Admin admin;

    private final List<String> topics;
    private final Duration moment;

    /**
     * @param patience how long a record may take from here to Kafka's acknowledgement
     */
    KafkaOutlet(Properties given, List<String> topics, Duration patience, Receiver.Limits limits) {
        Map<String, Object> all = new HashMap<>();
        given.forEach((name, value) -> all.put(name.toString(), value));
        all.put("acks", "all");
        all.put("enable.idempotence", "true");
        all.putIfAbsent("compression.type", "lz4");
        all.put("linger.ms", "5");
        all.put("delivery.timeout.ms", Long.toString(patience.toMillis()));
        all.put("request.timeout.ms", Long.toString(patience.toMillis() * 3 / 5));
        // Metadata and memory are there, or the answer is "later": a server's thread hardly waits.
        all.put("max.block.ms", Long.toString(patience.toMillis() / 5));
        all.putIfAbsent("buffer.memory", Long.toString(limits.waiting() + MARGIN));
        all.put("metadata.max.idle.ms", Long.toString(Duration.ofDays(365).toMillis()));
        all.put("max.request.size", Integer.toString(limits.largest() + (64 << 10)));
        this.producer =
                new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
        this.admin = Admin.create(clientsOf(given));
        this.topics = List.copyOf(topics);
        this.moment = patience.dividedBy(5);
    }

    private static Map<String, Object> clientsOf(Properties given) {
        Map<String, Object> all = new HashMap<>();
        given.forEach((name, value) -> all.put(name.toString(), value));
        all.keySet().removeIf(name -> !AdminClientConfig.configNames().contains(name));
        return all;
    }

    @Override
    public CompletableFuture<Fate> write(String topic, byte[] body, Map<String, String> headers) {
        CompletableFuture<Fate> fate = new CompletableFuture<>();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, body);
        headers.forEach(
                (name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record, (metadata, failure) -> fate.complete(fate(failure)));
        } catch (KafkaException e) {
            fate.complete(fate(e));
        }
        return fate;
    }

    private static Fate fate(Exception failure) {
        if (failure == null) {
            return Fate.KEPT;
        }
        return failure instanceof RecordTooLargeException ? Fate.TOO_LARGE : Fate.UNSURE;
    }

    @Override
    public boolean reachable() {
        try {
            DescribeClusterOptions soon =
                    new DescribeClusterOptions().timeoutMs((int) moment.toMillis());
            admin.describeCluster(soon).clusterId().get(moment.toMillis(), MILLISECONDS);
            return topics.stream()
                    .flatMap(topic -> producer.partitionsFor(topic).stream())
                    .allMatch(partition -> partition.leader() != null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
    }
}
