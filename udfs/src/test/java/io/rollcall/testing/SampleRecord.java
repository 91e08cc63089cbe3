package io.rollcall.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Makes a record of any type, with every component set or with everything that may be null null: a
 * component added later is covered without anybody thinking of it.
 */
public final class SampleRecord {

    private SampleRecord() {}

    public static <R> R full(Class<R> type) {
        return make(type, Extent.FULL);
    }

    public static <R> R empty(Class<R> type) {
        return make(type, Extent.EMPTY);
    }

    /** Full, but for the last component of each record, at any depth: as before it was added. */
    public static <R> R withoutNewest(Class<R> type) {
        return make(type, Extent.WITHOUT_NEWEST);
    }

    private enum Extent {
        FULL,
        WITHOUT_NEWEST,
        EMPTY;

        Extent ofComponent(int index, int of) {
            return this == WITHOUT_NEWEST && index > 0 && index == of - 1 ? EMPTY : this;
        }
    }

    private static <R> R make(Class<R> type, Extent extent) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        Arrays.setAll(
                values,
                i ->
                        value(
                                components[i].getGenericType(),
                                extent.ofComponent(i, components.length)));
        try {
            Constructor<R> canonical = type.getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made", e);
        }
    }

    private static Object value(Type type, Extent extent) {
        boolean full = extent != Extent.EMPTY;
        if (type == long.class) {
            return full ? Long.MIN_VALUE / 3 : 0L;
        }
        if (type == int.class) {
            return full ? Integer.MAX_VALUE / 3 : 0;
        }
        if (type == double.class) {
            return full ? 0.1 : 0.0;
        }
        if (type == boolean.class) {
            return full;
        }
        return full ? object(type, extent) : null;
    }

    private static Object object(Type type, Extent extent) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? Map.of(value(of[0], extent), value(of[1], extent))
                    : List.of(value(of[0], extent));
        }
        Class<?> simple = (Class<?>) type;
        if (simple == String.class) {
            return "Ünï ⛄ text";
        }
        if (simple == Long.class) {
            return 7L;
        }
        if (simple == byte[].class) {
            return new byte[] {0, -1, 127};
        }
        if (simple.isEnum()) {
            Object[] constants = simple.getEnumConstants();
            return constants[constants.length - 1];
        }
        return make(simple, extent);
    }
}
