package io.rollcall.tools.topic;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** How far a topic is read; says so on standard error when it takes long. */
final class Progress {

    private static final long EVERY_MS = 2_000;

    private final String topic;
    private final Map<TopicPartition, Long> ends;
    private long saidAt = System.currentTimeMillis();
    private long read;

    Progress(String topic, Map<TopicPartition, Long> ends) {
        this.topic = topic;
        this.ends = ends;
    }

    /** What was written since the beginning would have no end. */
    boolean covers(ConsumerRecord<?, ?> record) {
        read++;
        return record.offset() < ends.get(new TopicPartition(topic, record.partition()));
    }

    boolean isOver(Consumer<?, ?> consumer) {
        long left = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            left += Math.max(0, end.getValue() - consumer.position(end.getKey()));
        }
        say(left);
        return left == 0;
    }

    private void say(long left) {
        if (left > 0 && System.currentTimeMillis() - saidAt > EVERY_MS) {
            saidAt = System.currentTimeMillis();
            System.err.printf("  %s: %,d read, %,d to go%n", topic, read, left);
        }
    }
}
