package io.rollcall.simulation;

import io.rollcall.ledger.Rows;
import java.util.Map;
import java.util.TreeMap;

/** All rows on the heap: the simulation needs no buckets. */
final class MemoryRows implements Rows {

    private final Map<String, byte[]> rows = new TreeMap<>();

    MemoryRows copy() {
        MemoryRows copy = new MemoryRows();
        copy.rows.putAll(rows);
        return copy;
    }

    @Override
    public byte[] get(String person) {
        return rows.get(person);
    }

    @Override
    public void put(String person, byte[] row) {
        rows.put(person, row);
    }

    @Override
    public void remove(String person) {
        rows.remove(person);
    }

    @Override
    public Map<String, byte[]> all() {
        return new TreeMap<>(rows);
    }
}
