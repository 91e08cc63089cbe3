package io.rollcall.job.dataverse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what is read of one table, and tells in the log how a full reading goes on. */
final class TableMeter {

    private static final Logger LOG = LoggerFactory.getLogger(TableMeter.class);
    private static final long BETWEEN_LINES_MS = 30_000;

    private final String table;
    private final MetricGroup group;
    private final Counter rows;
    private final Counter pages;
    private final Map<Trouble, Counter> troubles = new HashMap<>();
    private long toldAt;
    private volatile long completeAt;

    TableMeter(String table, MetricGroup metrics) {
        this.table = table;
        this.group = metrics.addGroup("table", table);
        this.rows = group.counter("rows");
        this.pages = group.counter("pages");
        group.gauge("completeAt", () -> completeAt);
    }

    void took(Reply reply, TableSync sync, long now) {
        if (reply.page() == null) {
            troubles.computeIfAbsent(reply.trouble(), this::counter).inc();
            tell(now, "no page, {}: {}", reply.trouble(), reply.detail());
            return;
        }
        pages.inc();
        rows.inc(reply.page().rows().size());
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

    private Counter counter(Trouble trouble) {
        return group.addGroup("trouble", trouble.name().toLowerCase(Locale.ROOT))
                .counter("troubles");
    }

    private void tell(long now, String line, Object one, Object other) {
        if (now - toldAt >= BETWEEN_LINES_MS) {
            toldAt = now;
            LOG.info("Dataverse, table " + table + ": " + line, one, other);
        }
    }
}
