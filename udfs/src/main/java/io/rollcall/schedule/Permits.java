package io.rollcall.schedule;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.ArrayDeque;

/**
 * At most N calls in any 20 s as Marketo counts them. A permit is taken from the announcement until
 * 20 s after the call's end was read: then no schedule of latencies can let the server see more
 * (the proof is in {@code PermitsTest}). Calls that are open hold theirs; here are those that
 * ended.
 */
final class Permits {

    private final ArrayDeque<Long> freeAt = new ArrayDeque<>();

    /** The call was over at {@code endedAt} at the latest (epoch ms). */
    void ended(long endedAt) {
        freeAt.add(endedAt + SchedulerSettings.WINDOW_MS);
    }

    int taken(long now) {
        freeAt.removeIf(free -> free <= now);
        return freeAt.size();
    }

    /** When the next one is free, or {@code Long.MAX_VALUE}. */
    long nextFreeAt() {
        long next = Long.MAX_VALUE;
        for (long free : freeAt) {
            next = Math.min(next, free);
        }
        return next;
    }

    void encode(Packer out) {
        out.varint(freeAt.size());
        freeAt.forEach(out::varint);
    }

    static Permits decode(Unpacker in) {
        Permits permits = new Permits();
        in.times(() -> permits.freeAt.add(in.varint()));
        return permits;
    }
}
