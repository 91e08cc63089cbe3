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

    /** Of a place's number; more names than there are places only cost time. */
    private static final int BITS = 12;

    private final List<Entry<T>> entries = new ArrayList<>(Collections.nCopies(1 << BITS, null));
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
        int place = (name.hashCode() * 0x9e3779b9) >>> Integer.SIZE - BITS;
        Entry<T> known = entries.get(place);
        if (known == null || !known.name.equals(name)) {
            known = new Entry<>(name, maker.of(name));
            entries.set(place, known);
        }
        return known.made;
    }
}
