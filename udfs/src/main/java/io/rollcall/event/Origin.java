package io.rollcall.event;

/** Where an event stood in Kafka; {@code timestamp} is the record's, epoch ms. */
public record Origin(String topic, int partition, long offset, long timestamp) {}
