package io.rollcall.job.activations;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.metric.Metrics;
import io.rollcall.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * The roster as an operator: each time the YAML's activations come, those of the topic join them.
 * Until the topic has been read nothing goes on, so that nobody takes it for empty.
 */
public final class RosterFunction extends ProcessFunction<ActivationSet, ActivationSet>
        implements CheckpointedFunction {

    public static final OutputTag<Outcome> OUTCOMES =
            new OutputTag<>("outcomes", TypeInformation.of(Outcome.class));

    private static final ListStateDescriptor<Accepted> ACCEPTED =
            new ListStateDescriptor<>("accepted", TypeInformation.of(Accepted.class));
    private static final ListStateDescriptor<ActivationSet> ACTIVE =
            new ListStateDescriptor<>("active", TypeInformation.of(ActivationSet.class));

    private final ArrayList<Instance> instances;
    private final String topicName;
    private final Properties kafka;
    private final List<Roster.Notice> notices = new ArrayList<>();
    private transient ListState<Accepted> accepted;
    private transient ListState<ActivationSet> active;
    private transient ActivationTopic topic;
    private transient Roster roster;
    private transient Metrics<RosterMetric> metrics;

    /** What stood under a key of the topic when it was last right. */
    public record Accepted(String key, String text) {}

    /** {@code topicName} null: the YAML's alone. */
    public RosterFunction(List<Instance> instances, String topicName, Properties kafka) {
        this.instances = new ArrayList<>(instances);
        this.topicName = topicName;
        this.kafka = kafka;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        accepted = context.getOperatorStateStore().getListState(ACCEPTED);
        active = context.getOperatorStateStore().getListState(ACTIVE);
        Map<String, String> texts = new TreeMap<>();
        accepted.get().forEach(entry -> texts.put(entry.key(), entry.text()));
        List<Activation> before = new ArrayList<>();
        active.get().forEach(set -> before.addAll(set.activations()));
        roster = new Roster(instances, texts, new ActivationSet(before), notices::add);
    }

    @Override
    public void open(OpenContext context) {
        metrics = new Metrics<>(getRuntimeContext().getMetricGroup(), RosterMetric.class);
        if (topicName != null) {
            topic = new ActivationTopic(topicName, kafka);
            topic.start();
        }
    }

    @Override
    public void processElement(ActivationSet yaml, Context context, Collector<ActivationSet> out) {
        Map<String, String> content = topic == null ? Map.of() : topic.content();
        if (content == null) {
            return;
        }
        long now = context.timerService().currentProcessingTime();
        out.collect(roster.update(yaml, content, now));
        notices.forEach(notice -> tell(notice, now, context));
        notices.clear();
    }

    private void tell(Roster.Notice notice, long now, Context context) {
        if (notice.refused()) {
            metrics.add(RosterMetric.REFUSED, 1);
        }
        context.output(OUTCOMES, Notices.outcome(notice, now));
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        List<Accepted> entries = new ArrayList<>();
        roster.accepted().forEach((key, text) -> entries.add(new Accepted(key, text)));
        accepted.update(entries);
        active.update(List.of(roster.all()));
    }

    @Override
    public void close() {
        if (topic != null) {
            topic.close();
        }
    }
}
