package io.rollcall.demo.story;

import java.nio.charset.StandardCharsets;

/** One Kafka record of the story, and when it is due after the beginning. */
public record Message(long offsetMillis, String topic, String key, String value) {

    public static final String EVENTS = "audience-events";
    public static final String PROFILES = "aep-profiles";

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    Message again(long laterMillis) {
        return new Message(laterMillis, topic, key, value);
    }
}
