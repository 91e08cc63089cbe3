package io.rollcall.job.dataverse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/**
 * Hands all tables to the one reader. It remembers whom it has handed out: a restored reader has
 * those, and a table that is new in the configuration begins from the start.
 */
final class TableEnumerator implements SplitEnumerator<TableSplit, TableAssignment> {

    private final SplitEnumeratorContext<TableSplit> context;
    private final Set<String> assigned = new LinkedHashSet<>();
    private final List<TableSplit> waiting = new ArrayList<>();

    TableEnumerator(
            SplitEnumeratorContext<TableSplit> context, Set<String> tables, TableAssignment kept) {
        this.context = context;
        this.assigned.addAll(kept.assigned());
        this.assigned.retainAll(tables);
        kept.waiting().stream()
                .filter(split -> tables.contains(split.table()))
                .forEach(waiting::add);
        for (String table : tables) {
            boolean here = waiting.stream().anyMatch(split -> split.table().equals(table));
            if (!here && !assigned.contains(table)) {
                waiting.add(TableSplit.first(table));
            }
        }
    }

    @Override
    public void addReader(int subtask) {
        for (TableSplit split : waiting) {
            assigned.add(split.table());
            context.assignSplit(split, subtask);
        }
        waiting.clear();
    }

    @Override
    public void addSplitsBack(List<TableSplit> splits, int subtask) {
        splits.forEach(split -> assigned.remove(split.table()));
        waiting.addAll(splits);
    }

    @Override
    public TableAssignment snapshotState(long checkpointId) {
        return new TableAssignment(List.copyOf(assigned), List.copyOf(waiting));
    }

    @Override
    public void handleSplitRequest(int subtask, String host) {}

    @Override
    public void start() {}

    @Override
    public void close() {}
}
