package io.rollcall.job.dataverse;

import io.rollcall.metric.Metrics;
import java.util.Locale;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what is read of one table, and tells in the log how a full reading goes on. */
final class TableMeter {

    private static final Logger LOG = LoggerFactory.getLogger(TableMeter.class);
    private static final long BETWEEN_LINES_MS = 30_000;

    private final String table;
    private final Metrics<TableMetric> metrics;
    private long toldAt;
    private volatile long completeAt;

    TableMeter(String table, MetricGroup group) {
        this.table = table;
        this.metrics = new Metrics<>(group, TableMetric.class);
        metrics.show(TableMetric.COMPLETE_AT, () -> completeAt, table);
    }

    void took(Reply reply, TableSync sync, long now) {
        if (reply.page() == null) {
            String trouble = reply.trouble().name().toLowerCase(Locale.ROOT);
            metrics.add(TableMetric.TROUBLES, 1, table, trouble);
            tell(now, "no page, {}: {}", reply.trouble(), reply.detail());
            return;
        }
        metrics.add(TableMetric.PAGES, 1, table);
        metrics.add(TableMetric.ROWS, reply.page().rows().size(), table);
        if (reply.page().last()) {
            completeAt = now;
        }
        if (sync.readsAll()) {
            tell(
                    now,
                    "{} rows read{}",
                    sync.rows(),
                    reply.page().last() ? ", all of it" : " so far");
        }
    }

    private void tell(long now, String line, Object one, Object other) {
        if (now - toldAt >= BETWEEN_LINES_MS) {
            toldAt = now;
            LOG.info("Dataverse, table " + table + ": " + line, one, other);
        }
    }
}
