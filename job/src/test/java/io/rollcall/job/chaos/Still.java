package io.rollcall.job.chaos;

import java.util.Objects;
import java.util.function.Predicate;

/** Holds as long as the value is the one before. */
public final class Still<T> implements Predicate<T> {

    private T before;

    @Override
    public boolean test(T value) {
        boolean same = Objects.equals(before, value);
        before = value;
        return same;
    }
}
