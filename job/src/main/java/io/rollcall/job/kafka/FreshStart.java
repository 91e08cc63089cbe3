package io.rollcall.job.kafka;

import static io.rollcall.job.config.RollcallOptions.KAFKA_GROUP_ID;
import static io.rollcall.job.config.RollcallOptions.START_WITHOUT_STATE;
import static io.rollcall.job.config.RollcallOptions.TOPICS_REPORTS;

import io.rollcall.job.config.ConfigurationException;
import io.rollcall.job.config.JobParameters;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.kafka.common.TopicPartition;

/**
 * Refuses a start that would lose the ledger: one without checkpoint or savepoint, although an
 * earlier run has kept state. Its trace is the offset that a reader of the reports commits with
 * each checkpoint; Kafka keeps it for {@code offsets.retention.minutes} after the last one.
 */
public final class FreshStart implements Serializable {

    public static final String LEDGERS_READER = "reports-ledger";

    private final String group;
    private final String topic;
    private final boolean meant;

    FreshStart(JobParameters parameters, String reader) {
        this.group = parameters.get(KAFKA_GROUP_ID) + "-" + reader;
        this.topic = parameters.topic(TOPICS_REPORTS);
        this.meant = parameters.get(START_WITHOUT_STATE);
    }

    /** Before anything is submitted, by what Flink is told to start from. */
    public static void vet(JobParameters parameters, ReadableConfig flink)
            throws ConfigurationException {
        FreshStart start = new FreshStart(parameters, LEDGERS_READER);
        if (start.meant || mayHaveState(flink)) {
            return;
        }
        try (TopicAdmin kafka = TopicAdmin.open(parameters.kafka())) {
            start.vet(kafka.readBy(start.group));
        } catch (TopicAdmin.RefusedException e) {
            throw ConfigurationException.of(List.of(e.getMessage()));
        }
    }

    /**
     * With high availability main runs again when a JobManager comes back, and cannot know what
     * that one recovers. {@link StartOffsets} looks there, which is only asked when nothing was.
     */
    static boolean mayHaveState(ReadableConfig flink) {
        return flink.getOptional(StateRecoveryOptions.SAVEPOINT_PATH).isPresent()
                || !flink.get(HighAvailabilityOptions.HA_MODE).equalsIgnoreCase("NONE");
    }

    /** By the partitions from which the group has read. */
    void vet(Collection<TopicPartition> read) throws ConfigurationException {
        if (!meant && read.stream().anyMatch(partition -> partition.topic().equals(topic))) {
            throw ConfigurationException.of(List.of(complaint()));
        }
    }

    String group() {
        return group;
    }

    private String complaint() {
        return START_WITHOUT_STATE.key()
                + ": an earlier run has kept state (group "
                + group
                + " has read "
                + topic
                + "), which this start would lose; start from its last checkpoint or savepoint"
                + " (scripts/submit --from), or write true to begin again from the sources and"
                + " Marketo";
    }
}
