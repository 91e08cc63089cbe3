package io.rollcall.schedule;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/** The spaces of whichever instance is the current key. A space's name is part of the state. */
final class StateStore implements SchedulerStore {

    private final Map<Space, MapState<String, byte[]>> spaces = new EnumMap<>(Space.class);

    StateStore(RuntimeContext context) {
        for (Space space : Space.values()) {
            spaces.put(space, context.getMapState(descriptor(space)));
        }
    }

    static MapStateDescriptor<String, byte[]> descriptor(Space space) {
        return new MapStateDescriptor<>(
                space.name().toLowerCase(Locale.ROOT),
                Types.STRING,
                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    /** State access fails only with the state backend itself: the task must fail too. */
    private static IllegalStateException broken(Exception cause) {
        return new IllegalStateException("the scheduler's state cannot be used", cause);
    }

    @Override
    public byte[] get(Space space, String key) {
        try {
            return spaces.get(space).get(key);
        } catch (Exception e) {
            throw broken(e);
        }
    }

    @Override
    public void put(Space space, String key, byte[] value) {
        try {
            spaces.get(space).put(key, value);
        } catch (Exception e) {
            throw broken(e);
        }
    }

    @Override
    public void remove(Space space, String key) {
        try {
            spaces.get(space).remove(key);
        } catch (Exception e) {
            throw broken(e);
        }
    }

    @Override
    public Iterable<Map.Entry<String, byte[]>> all(Space space) {
        try {
            return spaces.get(space).entries();
        } catch (Exception e) {
            throw broken(e);
        }
    }
}
