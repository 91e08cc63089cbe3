package io.rollcall.event;

/** One Kafka record as it came: its bytes and where it stood. {@code timestamp} is epoch ms. */
public record RawEvent(byte[] value, String topic, int partition, long offset, long timestamp) {

    public Origin origin() {
        return new Origin(topic, partition, offset, timestamp);
    }
}
