package io.rollcall.job.kafka;

import io.rollcall.job.config.KafkaProperties;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Asks one Kafka cluster about topics, in bounded time. Failures are told by their kind alone:
 * Kafka's own words may repeat what stands in the properties.
 */
final class TopicAdmin implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Admin admin;
    private final String servers;

    private TopicAdmin(Admin admin, String servers) {
        this.admin = admin;
        this.servers = servers;
    }

    /** The cluster does not do what is needed; the message is for the user. */
    static class RefusedException extends Exception {
        RefusedException(String message) {
            super(message, null, false, false);
        }
    }

    /** Nobody answers there. */
    static final class SilentException extends RefusedException {
        SilentException(String servers) {
            super(
                    "no Kafka broker answers at "
                            + servers
                            + "; see that it runs and can be reached from here");
        }
    }

    static TopicAdmin open(KafkaProperties kafka) throws RefusedException {
        Properties properties = kafka.toProperties();
        String servers = properties.getProperty("bootstrap.servers");
        properties.put("default.api.timeout.ms", Long.toString(PATIENCE.toMillis()));
        properties.put("request.timeout.ms", Long.toString(PATIENCE.toMillis() / 3));
        try {
            return new TopicAdmin(Admin.create(properties), servers);
        } catch (KafkaException e) {
            throw new RefusedException(
                    "Kafka's client does not take the properties ("
                            + e.getClass().getSimpleName()
                            + "); correct kafka.properties.* or the source's properties");
        }
    }

    String servers() {
        return servers;
    }

    boolean exists(String topic) throws RefusedException {
        return partitions(topic) > 0;
    }

    /** 0 if there is no such topic. */
    int partitions(String topic) throws RefusedException {
        try {
            return get(admin.describeTopics(List.of(topic)).topicNameValues().get(topic))
                    .partitions()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw refused("told about topic " + topic, e.getCause());
        }
    }

    /** True if it was there. */
    boolean existsOrCreate(OwnTopic topic) throws RefusedException {
        if (exists(topic.name())) {
            return true;
        }
        Optional<Integer> count =
                topic.partitions() == 0 ? Optional.empty() : Optional.of(topic.partitions());
        NewTopic wanted =
                new NewTopic(topic.name(), count, Optional.empty()).configs(topic.settings());
        try {
            get(admin.createTopics(List.of(wanted)).all());
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            throw refused("created topic " + topic.name() + ", which is missing", e.getCause());
        }
    }

    TopicConfig config(String topic) throws RefusedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            return TopicConfig.of(
                    get(admin.describeConfigs(List.of(resource)).values().get(resource)));
        } catch (ExecutionException e) {
            throw refused("told the configuration of topic " + topic, e.getCause());
        }
    }

    /** The partitions of which a consumer group has committed offsets. */
    Set<TopicPartition> readBy(String group) throws RefusedException {
        try {
            return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                    .keySet();
        } catch (ExecutionException e) {
            throw refused("told what group " + group + " has read", e.getCause());
        }
    }

    void allow(List<AclBinding> bindings) throws RefusedException {
        try {
            get(admin.createAcls(bindings).all());
        } catch (ExecutionException e) {
            throw refused("taken the ACLs", e.getCause());
        }
    }

    private <T> T get(KafkaFuture<T> answer) throws ExecutionException, RefusedException {
        try {
            return answer.get(PATIENCE.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SilentException(servers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SilentException(servers);
        }
    }

    private RefusedException refused(String what, Throwable cause) {
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
            return new SilentException(servers);
        }
        String remedy =
                cause instanceof AuthorizationException
                        ? "; scripts/topics --acl PRINCIPAL says what has to be allowed"
                        : "";
        String why = " (" + cause.getClass().getSimpleName() + ")";
        return new RefusedException("Kafka at " + servers + " has not " + what + why + remedy);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
