package io.rollcall.schedule;

import io.rollcall.wish.Wish;

/** What one import can do: known leads, or people without one, are to join a list. */
record ImportWork(Wish.Kind kind, long list) {

    static ImportWork of(QueueKey key) {
        return new ImportWork(key.kind(), key.joins());
    }

    static ImportWork of(Import one) {
        return new ImportWork(one.kind, one.list);
    }
}
