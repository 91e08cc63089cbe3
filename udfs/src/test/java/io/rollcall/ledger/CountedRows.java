package io.rollcall.ledger;

import java.util.HashMap;
import java.util.Map;

/** Rows on the heap that count what is asked of them. */
final class CountedRows implements Rows {

    final Map<String, byte[]> rows = new HashMap<>();
    int reads;
    int walks;
    int writes;

    @Override
    public byte[] get(String person) {
        reads++;
        return rows.get(person);
    }

    @Override
    public void put(String person, byte[] row) {
        writes++;
        rows.put(person, row);
    }

    @Override
    public void remove(String person) {
        rows.remove(person);
    }

    @Override
    public Map<String, byte[]> all() {
        walks++;
        return new HashMap<>(rows);
    }
}
