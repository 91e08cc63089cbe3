package io.rollcall.testing;

import io.rollcall.schedule.SchedulerStore;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The scheduler's state on the heap; copied for a checkpoint. */
public final class MemoryStore implements SchedulerStore {

    private final Map<Space, TreeMap<String, byte[]>> spaces = new EnumMap<>(Space.class);

    public MemoryStore() {
        for (Space space : Space.values()) {
            spaces.put(space, new TreeMap<>());
        }
    }

    public MemoryStore copy() {
        MemoryStore copy = new MemoryStore();
        spaces.forEach((space, entries) -> copy.spaces.get(space).putAll(entries));
        return copy;
    }

    public int size(Space space) {
        return spaces.get(space).size();
    }

    @Override
    public byte[] get(Space space, String key) {
        return spaces.get(space).get(key);
    }

    @Override
    public void put(Space space, String key, byte[] value) {
        spaces.get(space).put(key, value);
    }

    @Override
    public void remove(Space space, String key) {
        spaces.get(space).remove(key);
    }

    @Override
    public Iterable<Map.Entry<String, byte[]>> all(Space space) {
        return new TreeMap<>(spaces.get(space)).entrySet();
    }
}
