package io.rollcall.job.kafka;

import org.apache.kafka.clients.admin.Config;

/** What a topic is set to, defaults of its cluster included. */
record TopicConfig(long retentionMs, long retentionBytes, long maxMessageBytes, boolean compacted) {

    static TopicConfig of(Config config) {
        return new TopicConfig(
                number(config, "retention.ms"),
                number(config, "retention.bytes"),
                number(config, "max.message.bytes"),
                config.get("cleanup.policy").value().contains("compact"));
    }

    private static long number(Config config, String name) {
        return Long.parseLong(config.get(name).value());
    }
}
