package io.rollcall.job.kafka;

import io.rollcall.metric.Counters;
import io.rollcall.report.Report;
import io.rollcall.report.ReportCodec;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The reports of one job; what is not to be understood is counted and skipped, never an error. */
final class ReportSchema implements KafkaRecordDeserializationSchema<Report> {

    private final String job;
    private transient Counters<Count> counts;

    /** The names are the metrics' names. */
    enum Count {
        REPORTS_READ,
        /** Of other jobs on the topic. */
        REPORTS_FOREIGN,
        /** Of a kind that a later version writes. */
        REPORTS_UNKNOWN,
        REPORTS_UNREADABLE
    }

    ReportSchema(String job) {
        this.job = job;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        counts = new Counters<>(context.getMetricGroup(), Count.class);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Report> out) {
        Report report = ReportCodec.read(record.value(), record.offset());
        Count count = judge(report);
        counts.add(count, 1);
        if (count == Count.REPORTS_READ) {
            out.collect(report);
        }
    }

    private Count judge(Report report) {
        if (report == null) {
            return Count.REPORTS_UNREADABLE;
        }
        if (!report.job().equals(job)) {
            return Count.REPORTS_FOREIGN;
        }
        return report.kind() == Report.Kind.UNKNOWN ? Count.REPORTS_UNKNOWN : Count.REPORTS_READ;
    }

    @Override
    public TypeInformation<Report> getProducedType() {
        return TypeInformation.of(Report.class);
    }
}
