package io.rollcall.job.kafka;

import static io.rollcall.job.config.RollcallOptions.TOPICS_DEAD_LETTERS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_EXPORTED;
import static io.rollcall.job.config.RollcallOptions.TOPICS_MEMBERSHIPS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_OUTCOMES;
import static io.rollcall.job.config.RollcallOptions.TOPICS_REPORTS;
import static io.rollcall.job.config.RollcallOptions.TOPICS_UNRECONCILED;

import io.rollcall.job.Outputs;
import io.rollcall.job.config.JobParameters;
import io.rollcall.job.config.Settings;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.OutcomeCodec;
import io.rollcall.outcome.Reconciliation;
import io.rollcall.report.ReportCodec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a job writes to Kafka. */
public final class KafkaSinks {

    /** Milliseconds a producer waits for more: none where the job itself waits for the record. */
    private static final String AT_ONCE = "0";

    private static final String SOON = "5";

    /** Bytes, of what is compressed. */
    private static final int BATCH = 1 << 17;

    private final JobParameters parameters;

    public KafkaSinks(Settings settings) {
        this.parameters = settings.parameters();
    }

    public Outputs outputs() {
        String reports = parameters.topic(TOPICS_REPORTS);
        String outcomes = parameters.topic(TOPICS_OUTCOMES);
        String memberships = parameters.topic(TOPICS_MEMBERSHIPS);
        String deadLetters = parameters.topic(TOPICS_DEAD_LETTERS);
        return new Outputs(
                sink(
                        AT_ONCE,
                        (r, context, at) ->
                                record(reports, ReportCodec.key(r), ReportCodec.write(r))),
                sink(
                        SOON,
                        (o, context, at) ->
                                record(outcomes, OutcomeCodec.key(o), OutcomeCodec.write(o))),
                sink(
                        SOON,
                        (f, context, at) ->
                                record(memberships, OutcomeCodec.key(f), OutcomeCodec.write(f))),
                sink(SOON, (letter, context, at) -> DeadLetterRecord.of(deadLetters, letter)),
                shares());
    }

    private List<Outputs.Shares> shares() {
        List<Outputs.Shares> shares = new ArrayList<>();
        if (parameters.get(TOPICS_EXPORTED) != null) {
            String words = "who is on a list and is to stay, compacted";
            String topic = parameters.topic(TOPICS_EXPORTED);
            shares.add(shares("exported", words, topic, Reconciliation::exported));
        }
        if (parameters.get(TOPICS_UNRECONCILED) != null) {
            String words = "who should be on a list and cannot, compacted";
            String topic = parameters.topic(TOPICS_UNRECONCILED);
            shares.add(shares("unreconciled", words, topic, Reconciliation::unreconciled));
        }
        return shares;
    }

    private Outputs.Shares shares(String name, String words, String topic, Written written) {
        return new Outputs.Shares(
                name,
                words,
                sink(SOON, (f, context, at) -> record(topic, OutcomeCodec.key(f), written.of(f))));
    }

    /** A value of a topic about memberships, null where it is to be removed. */
    private interface Written extends Serializable {
        byte[] of(MembershipFact fact);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, byte[] key, byte[] value) {
        return new ProducerRecord<>(topic, key, value);
    }

    private <T> Sink<T> sink(String lingerMillis, KafkaRecordSerializationSchema<T> schema) {
        Properties properties = parameters.kafka().toProperties();
        properties.putIfAbsent("linger.ms", lingerMillis);
        properties.putIfAbsent("compression.type", "lz4");
        // Of several batches under way to a partition that was just made all but the first were
        // seen to wait until they expired, after two minutes. One at a time has to be larger.
        properties.putIfAbsent("max.in.flight.requests.per.connection", "1");
        properties.putIfAbsent("batch.size", String.valueOf(BATCH));
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        return new AtLeastOnce<>(
                KafkaSink.<T>builder()
                        .setKafkaProducerConfig(properties)
                        .setBootstrapServers(properties.getProperty("bootstrap.servers"))
                        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                        .setRecordSerializer(schema)
                        .build());
    }
}
