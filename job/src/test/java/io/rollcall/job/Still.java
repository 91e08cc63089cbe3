package io.rollcall.job;

import java.util.Objects;
import java.util.function.Predicate;

/** Holds as long as the value is the one before. */
final class Still<T> implements Predicate<T> {

    private T before;

    @Override
    public boolean test(T value) {
        boolean same = Objects.equals(before, value);
        before = value;
        return same;
    }
}
