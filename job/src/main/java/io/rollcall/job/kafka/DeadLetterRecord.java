package io.rollcall.job.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollcall.event.DeadLetter;
import io.rollcall.event.Origin;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** A dead letter in its topic: the bytes as they came, and where they stood as headers. */
final class DeadLetterRecord {

    /** Larger messages are cut, so that every one of them fits a broker's limit. */
    static final int MAX_BYTES = 64 * 1024;

    private DeadLetterRecord() {}

    static ProducerRecord<byte[], byte[]> of(String topic, DeadLetter letter) {
        byte[] value = letter.value();
        boolean tooLong = value != null && value.length > MAX_BYTES;
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, tooLong ? Arrays.copyOf(value, MAX_BYTES) : value);
        Headers headers = record.headers();
        Origin origin = letter.origin();
        add(headers, "topic", origin.topic());
        add(headers, "partition", Integer.toString(origin.partition()));
        add(headers, "offset", Long.toString(origin.offset()));
        add(headers, "timestamp", Long.toString(origin.timestamp()));
        add(headers, "reason", letter.reason());
        add(headers, "format", letter.format());
        if (tooLong) {
            add(headers, "truncated", Integer.toString(value.length));
        }
        return record;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
