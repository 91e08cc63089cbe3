package io.rollcall.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollcall.demo.Options;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How a running job and its TaskManager are: what they hold, and how long checkpoints take. */
final class Vitals implements AutoCloseable {

    private static final String MEMBERSHIPS = "rollcall.memberships";

    private final Path status;
    private final URI checkpoints;
    private final ObjectMapper json = new ObjectMapper();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> memberships;
    private long longestCheckpoint;

    Vitals(Options options) {
        status = Path.of("/proc", options.text("taskmanager"), "status");
        checkpoints =
                URI.create(options.text("flink") + "/jobs/" + options.text("job") + "/checkpoints");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", options.text("kafka")), bytes, bytes);
        memberships =
                consumer.partitionsFor(MEMBERSHIPS).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .collect(Collectors.toList());
    }

    /** Memory of the TaskManager that is in RAM, in MB. */
    long residentMb() throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                .findFirst()
                .orElseThrow();
    }

    /** Facts that the ledger has told so far: one for each person who comes. */
    long told() {
        return consumer.endOffsets(memberships).values().stream().mapToLong(end -> end).sum();
    }

    void look() throws IOException {
        try (InputStream in = checkpoints.toURL().openStream()) {
            JsonNode completed = json.readTree(in).path("latest").path("completed");
            longestCheckpoint =
                    Math.max(longestCheckpoint, completed.path("end_to_end_duration").asLong());
        }
    }

    /** In ms, since this was last asked. */
    long longestCheckpoint() {
        long longest = longestCheckpoint;
        longestCheckpoint = 0;
        return longest;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
