package io.rollcall.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is made of names, remembered: the same few come again and again. Threads share it without a
 * lock, since an entry never changes.
 *
 * @param <E> why nothing may be made of a name; such a name is not remembered
 */
public final class NameMemory<T, E extends Exception> {

    /** A power of two; more names than these only cost time. */
    private static final int SIZE = 1 << 12;

    private static final int PLACE_SHIFT = 32 - 12;

    private final List<Entry<T>> entries = new ArrayList<>(Collections.nCopies(SIZE, null));
    private final Maker<T, E> maker;

    public NameMemory(Maker<T, E> maker) {
        this.maker = maker;
    }

    /** What is to be remembered of a name. */
    public interface Maker<T, E extends Exception> {

        T of(String name) throws E;
    }

    private record Entry<T>(String name, T made) {}

    public T of(String name) throws E {
        int place = (name.hashCode() * 0x9e3779b9) >>> PLACE_SHIFT;
        Entry<T> known = entries.get(place);
        if (known == null || !known.name.equals(name)) {
            known = new Entry<>(name, maker.of(name));
            entries.set(place, known);
        }
        return known.made;
    }
}
