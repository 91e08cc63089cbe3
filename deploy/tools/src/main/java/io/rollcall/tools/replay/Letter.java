package io.rollcall.tools.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollcall.event.decode.Refusals;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** A dead letter: the bytes as they came, and where they stood; the time in epoch ms. */
record Letter(
        String topic,
        long timestamp,
        String reason,
        String format,
        boolean truncated,
        byte[] value) {

    static Letter of(ConsumerRecord<byte[], byte[]> record) {
        return new Letter(
                text(record, "topic"),
                Long.parseLong(text(record, "timestamp")),
                text(record, "reason"),
                text(record, "format"),
                record.headers().lastHeader("truncated") != null,
                record.value());
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        Header found = record.headers().lastHeader(header);
        return found == null ? "0" : new String(found.value(), UTF_8);
    }

    /** What was cut, or is a row of an upload, is not all there; nor has a file a topic. */
    boolean canBeSent(Set<String> topics) {
        return !truncated && !format.startsWith("csv") && topics.contains(topic);
    }

    String word() {
        return Refusals.word(reason);
    }

    /** Any partition will do: the time says what is newer, not the order. */
    ProducerRecord<byte[], byte[]> again() {
        return new ProducerRecord<>(topic, null, timestamp, null, value);
    }
}
