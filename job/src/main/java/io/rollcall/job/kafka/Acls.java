package io.rollcall.job.kafka;

import static io.rollcall.job.config.RollcallOptions.KAFKA_GROUP_ID;

import io.rollcall.job.config.ConfigurationException;
import io.rollcall.job.config.JobParameters;
import io.rollcall.job.config.KafkaProperties;
import io.rollcall.job.config.Settings;
import io.rollcall.job.config.SourceConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What a Kafka principal has to be allowed so that the job can run under its name. */
public final class Acls {

    private final Settings settings;
    private final String principal;

    /** {@code principal} as Kafka writes it, such as {@code User:rollcall}. */
    public Acls(Settings settings, String principal) {
        this.settings = settings;
        this.principal = principal;
    }

    /** At the cluster of Rollcall's own topics; a source elsewhere has its own. */
    public List<AclBinding> bindings() {
        JobParameters parameters = settings.parameters();
        List<AclBinding> bindings = new ArrayList<>();
        OwnTopic.all(parameters)
                .forEach(topic -> topic(topic.name(), topic.rights()).forEach(bindings::add));
        settings.sync().sources().stream()
                .filter(source -> source.topic() != null && isHere(source))
                .flatMap(source -> topic(source.topic(), rightsOfReader()))
                .forEach(bindings::add);
        bindings.add(
                binding(
                        ResourceType.GROUP,
                        parameters.get(KAFKA_GROUP_ID),
                        PatternType.PREFIXED,
                        AclOperation.READ));
        return bindings;
    }

    /** Writes them into the cluster. */
    public void create() throws ConfigurationException {
        try (TopicAdmin kafka = TopicAdmin.open(settings.parameters().kafka())) {
            kafka.allow(bindings());
        } catch (TopicAdmin.RefusedException e) {
            throw ConfigurationException.of(List.of(e.getMessage()));
        }
    }

    private boolean isHere(SourceConfig source) {
        KafkaProperties own = settings.parameters().kafka();
        return servers(settings.parameters().kafka(source)).equals(servers(own));
    }

    private static String servers(KafkaProperties properties) {
        return String.valueOf(properties.values().get("bootstrap.servers"));
    }

    private static Set<AclOperation> rightsOfReader() {
        return Set.of(AclOperation.READ, AclOperation.DESCRIBE);
    }

    private Stream<AclBinding> topic(String name, Set<AclOperation> rights) {
        return rights.stream()
                .sorted()
                .map(right -> binding(ResourceType.TOPIC, name, PatternType.LITERAL, right));
    }

    private AclBinding binding(
            ResourceType type, String name, PatternType pattern, AclOperation right) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(principal, "*", right, AclPermissionType.ALLOW));
    }
}
