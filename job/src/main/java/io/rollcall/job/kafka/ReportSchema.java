package io.rollcall.job.kafka;

import io.rollcall.metric.Metrics;
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
    private transient Metrics<ReportsMetric> metrics;

    ReportSchema(String job) {
        this.job = job;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        metrics = new Metrics<>(context.getMetricGroup(), ReportsMetric.class);
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Report> out) {
        Report report = ReportCodec.read(record.value(), record.offset());
        ReportsMetric count = judge(report);
        metrics.add(count, 1);
        if (count == ReportsMetric.REPORTS_READ) {
            out.collect(report);
        }
    }

    private ReportsMetric judge(Report report) {
        if (report == null) {
            return ReportsMetric.REPORTS_UNREADABLE;
        }
        if (!report.job().equals(job)) {
            return ReportsMetric.REPORTS_FOREIGN;
        }
        return report.kind() == Report.Kind.UNKNOWN
                ? ReportsMetric.REPORTS_UNKNOWN
                : ReportsMetric.REPORTS_READ;
    }

    @Override
    public TypeInformation<Report> getProducedType() {
        return TypeInformation.of(Report.class);
    }
}
