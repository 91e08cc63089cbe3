package io.rollcall.job.kafka;

import static io.rollcall.job.config.RollcallOptions.TOPICS_ACTIVATIONS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_DEAD_LETTERS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_EXPORTED;
import static io.rollcall.job.config.RollcallOptions.TOPICS_MEMBERSHIPS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_OUTCOMES;
import static io.rollcall.job.config.RollcallOptions.TOPICS_REPORTS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_REPORTS_MIN_RETENTION;
import static io.rollcall.job.config.RollcallOptions.TOPICS_UNRECONCILED;

import io.rollcall.job.config.JobParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.kafka.common.acl.AclOperation;

/**
 * One of Rollcall's own topics: how it is made, and what the job needs to be allowed. {@code
 * partitions} 0 leaves their number to the broker.
 */
public record OwnTopic(
        String name, int partitions, Map<String, String> settings, Set<AclOperation> rights) {

    private static final Set<AclOperation> READ_AND_WRITE =
            Set.of(
                    AclOperation.READ,
                    AclOperation.WRITE,
                    AclOperation.DESCRIBE,
                    AclOperation.DESCRIBE_CONFIGS);
    private static final Set<AclOperation> WRITE =
            Set.of(AclOperation.WRITE, AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS);
    private static final Set<AclOperation> READ =
            Set.of(AclOperation.READ, AclOperation.DESCRIBE, AclOperation.DESCRIBE_CONFIGS);

    private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

    public static List<OwnTopic> all(JobParameters parameters) {
        List<OwnTopic> all = new ArrayList<>();
        all.add(reports(parameters));
        all.add(of(parameters.topic(TOPICS_MEMBERSHIPS), COMPACTED, WRITE));
        if (parameters.get(TOPICS_ACTIVATIONS) != null) {
            all.add(of(parameters.topic(TOPICS_ACTIVATIONS), COMPACTED, READ));
        }
        for (ConfigOption<String> share : List.of(TOPICS_EXPORTED, TOPICS_UNRECONCILED)) {
            if (parameters.get(share) != null) {
                all.add(of(parameters.topic(share), COMPACTED, WRITE));
            }
        }
        all.add(of(parameters.topic(TOPICS_OUTCOMES), Map.of(), WRITE));
        all.add(of(parameters.topic(TOPICS_DEAD_LETTERS), Map.of(), WRITE));
        return all;
    }

    /** One partition: an instance's order must survive, and one thread writes it all anyway. */
    private static OwnTopic reports(JobParameters parameters) {
        long retention = parameters.get(TOPICS_REPORTS_MIN_RETENTION).toMillis();
        return new OwnTopic(
                parameters.topic(TOPICS_REPORTS),
                1,
                Map.of("retention.ms", Long.toString(retention), "cleanup.policy", "delete"),
                READ_AND_WRITE);
    }

    private static OwnTopic of(
            String name, Map<String, String> settings, Set<AclOperation> rights) {
        return new OwnTopic(name, 0, settings, rights);
    }

    boolean isCompacted() {
        return "compact".equals(settings.get("cleanup.policy"));
    }
}
