package io.rollcall.tools.topic;

import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the topics are: the same for every tool. */
public final class KafkaOptions {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "the Kafka brokers of Rollcall's topics (${DEFAULT-VALUE})",
            defaultValue = "127.0.0.1:9092")
    private String servers;

    @Option(
            names = "--prefix",
            description = "the job's topics.prefix (${DEFAULT-VALUE})",
            defaultValue = "rollcall.")
    private String prefix;

    @Option(
            names = "--kafka-property",
            paramLabel = "NAME=VALUE",
            description = "any property of Kafka's consumer, such as security.protocol=SSL")
    private Map<String, String> properties = new HashMap<>();

    public Topics topics() {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("bootstrap.servers", servers);
        return new Topics(prefix, all);
    }
}
