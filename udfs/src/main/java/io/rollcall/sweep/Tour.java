package io.rollcall.sweep;

import io.rollcall.event.Bucket;
import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * One walk over all buckets, at an even pace. {@code next} is the bucket to come, {@code begunAt}
 * when bucket 0 was due (epoch ms).
 */
public record Tour(int next, long begunAt) {

    /** After a standstill a tour goes on at its pace, instead of making up for what was missed. */
    private static final int MOST_AT_ONCE = Bucket.COUNT / 8;

    static Tour begin(long now) {
        return new Tour(0, now);
    }

    boolean over() {
        return next >= Bucket.COUNT;
    }

    int percent() {
        return next * 100 / Bucket.COUNT;
    }

    Tour walk(long now, Duration length, IntConsumer bucket) {
        long millis = Math.max(1, length.toMillis());
        long due = Math.min(Bucket.COUNT, 1 + (now - begunAt) * Bucket.COUNT / millis);
        int until = (int) Math.min(due, next + MOST_AT_ONCE);
        for (int i = next; i < until; i++) {
            bucket.accept(i);
        }
        long begun = until < due ? now - until * millis / Bucket.COUNT : begunAt;
        return new Tour(Math.max(next, until), begun);
    }
}
