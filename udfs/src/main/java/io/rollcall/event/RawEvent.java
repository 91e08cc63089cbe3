package io.rollcall.event;

/**
 * Bytes as they came and where they stood: a Kafka record, or a piece of a file, whose offset is
 * the line of its first row. {@code timestamp} is epoch ms: the record's, or the file's.
 */
public record RawEvent(
        byte[] value, String topic, int partition, long offset, long timestamp, Part part) {

    /** A message is whole; a file comes in pieces, and an end without a value behind them. */
    public enum Part {
        WHOLE,
        PIECE,
        END
    }

    public RawEvent(byte[] value, String topic, int partition, long offset, long timestamp) {
        this(value, topic, partition, offset, timestamp, Part.WHOLE);
    }

    public Origin origin() {
        return new Origin(topic, partition, offset, timestamp);
    }
}
