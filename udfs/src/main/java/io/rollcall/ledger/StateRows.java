package io.rollcall.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.streaming.api.operators.KeyContext;

/**
 * The rows of a bucket. It becomes the current key when its state is asked for: most events are
 * repeats, which never do.
 */
final class StateRows implements Rows {

    private final MapState<String, byte[]> state;
    private final KeyContext keys;
    private int bucket;
    private int walked;

    StateRows(MapState<String, byte[]> state, KeyContext keys) {
        this.state = state;
        this.keys = keys;
    }

    @Override
    public Rows in(int newBucket) {
        bucket = newBucket;
        return this;
    }

    private MapState<String, byte[]> state() {
        Integer key = bucket;
        if (!key.equals(keys.getCurrentKey())) {
            keys.setCurrentKey(key);
        }
        return state;
    }

    /** State access fails only with the state backend itself: the task must fail too. */
    private static IllegalStateException broken(Exception cause) {
        return new IllegalStateException("the ledger's state cannot be used", cause);
    }

    /** How many the last walk found. */
    int walked() {
        return walked;
    }

    @Override
    public byte[] get(String person) {
        try {
            return state().get(person);
        } catch (Exception e) {
            throw broken(e);
        }
    }

    @Override
    public void put(String person, byte[] row) {
        try {
            state().put(person, row);
        } catch (Exception e) {
            throw broken(e);
        }
    }

    @Override
    public void remove(String person) {
        try {
            state().remove(person);
        } catch (Exception e) {
            throw broken(e);
        }
    }

    @Override
    public Map<String, byte[]> all() {
        try {
            Map<String, byte[]> all = new LinkedHashMap<>();
            state().entries().forEach(row -> all.put(row.getKey(), row.getValue()));
            walked = all.size();
            return all;
        } catch (Exception e) {
            throw broken(e);
        }
    }
}
