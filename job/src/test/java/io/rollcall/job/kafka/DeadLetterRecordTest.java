package io.rollcall.job.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.DeadLetter;
import io.rollcall.event.Origin;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterRecordTest {

    private static ProducerRecord<byte[], byte[]> record(byte[] value) {
        Origin origin = new Origin("events", 3, 42, 1_795_300_000_000L);
        return DeadLetterRecord.of("dead", new DeadLetter(value, origin, "not-json", "rollcall"));
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return headers;
    }

    @Test
    void saysWhereItStoodAndWhy() {
        ProducerRecord<byte[], byte[]> record = record(new byte[] {1, 2});
        assertThat(record.topic()).isEqualTo("dead");
        assertThat(record.value()).containsExactly(1, 2);
        assertThat(headers(record))
                .isEqualTo(
                        Map.of(
                                "topic", "events",
                                "partition", "3",
                                "offset", "42",
                                "timestamp", "1795300000000",
                                "reason", "not-json",
                                "format", "rollcall"));
    }

    @Test
    void cutsWhatWouldNotFitAndSaysHowLongItWas() {
        ProducerRecord<byte[], byte[]> record = record(new byte[900_000]);
        assertThat(record.value()).hasSize(64 * 1024);
        assertThat(headers(record)).containsEntry("truncated", "900000");
    }

    @Test
    void keepsATombstone() {
        assertThat(record(null).value()).isNull();
    }
}
