package io.rollcall.job.dataverse;

import io.rollcall.job.config.SourceConfig;
import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The tables that are read, by name, and how. */
record TableSyncs(String source, Map<String, TableQuery> queries, Duration every)
        implements Serializable {

    static TableSyncs of(SourceConfig config) {
        Map<String, TableQuery> queries = new LinkedHashMap<>();
        for (String table : config.dataverse().api().tables()) {
            queries.put(table, TableQuery.of(table, config));
        }
        return new TableSyncs(config.name(), queries, config.dataverse().api().pollInterval());
    }

    Set<String> names() {
        return queries.keySet();
    }

    boolean reads(String table) {
        return queries.containsKey(table);
    }

    TableSync of(TableSplit split) {
        return new TableSync(split, queries.get(split.table()), source, every);
    }
}
