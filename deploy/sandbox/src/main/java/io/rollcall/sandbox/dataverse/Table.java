package io.rollcall.sandbox.dataverse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** The rows of one table and what became of them, each change with the next version number. */
public final class Table {

    /** A row since this version; a deleted one has no values. */
    record Row(String id, long version, Map<String, Object> values) {
        boolean isDeleted() {
            return values == null;
        }
    }

    private final String name;
    private final Set<String> columns;
    private final AtomicLong versions;
    private final TreeMap<String, Row> rows = new TreeMap<>();
    private boolean tracked = true;
    private boolean readable = true;

    Table(String name, Set<String> columns, AtomicLong versions) {
        this.name = name;
        this.columns = Set.copyOf(columns);
        this.versions = versions;
    }

    String name() {
        return name;
    }

    boolean hasColumn(String column) {
        return columns.contains(column);
    }

    Collection<String> columns() {
        return columns;
    }

    /** Creates the row or changes these columns of it; {@code modifiedon} has to be among them. */
    public synchronized void put(String id, Map<String, Object> values) {
        Row before = rows.get(id);
        Map<String, Object> all = new LinkedHashMap<>();
        if (before != null && !before.isDeleted()) {
            all.putAll(before.values());
        }
        all.putAll(values);
        all.put(name + "id", id);
        rows.put(id, new Row(id, versions.incrementAndGet(), all));
    }

    public synchronized void delete(String id) {
        rows.put(id, new Row(id, versions.incrementAndGet(), null));
    }

    /** As an administrator does it, and nothing tells of it afterwards. */
    public synchronized void forget(String id) {
        rows.remove(id);
    }

    public synchronized void readable(boolean value) {
        readable = value;
    }

    public synchronized void tracked(boolean value) {
        tracked = value;
    }

    synchronized boolean isReadable() {
        return readable;
    }

    synchronized boolean isTracked() {
        return tracked;
    }

    /** So many rows behind this id, in their order. */
    synchronized List<Row> after(String id, int most) {
        return rows.tailMap(id, false).values().stream()
                .filter(row -> !row.isDeleted())
                .limit(most)
                .toList();
    }

    /** Rows that were changed since, by version, and behind them those that were deleted. */
    synchronized List<Row> since(long version) {
        List<Row> changed = new ArrayList<>();
        for (boolean deleted : new boolean[] {false, true}) {
            rows.values().stream()
                    .filter(row -> row.version() > version && row.isDeleted() == deleted)
                    .sorted(Comparator.comparingLong(Row::version))
                    .forEach(changed::add);
        }
        return changed;
    }
}
