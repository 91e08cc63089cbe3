package io.rollcall.ledger;

import java.util.List;
import java.util.Map;

/** The rows of one bucket, by person key. */
public interface Rows {

    /** Those of another bucket: from now on, these are no longer what they were. */
    default Rows in(int bucket) {
        return this;
    }

    /** Null when nothing is remembered. */
    byte[] get(String person);

    void put(String person, byte[] row);

    void remove(String person);

    /** A copy: a sweep changes rows while it walks. */
    Map<String, byte[]> all();

    default List<String> people() {
        return List.copyOf(all().keySet());
    }
}
