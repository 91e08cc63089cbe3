package io.rollcall.event.decode;

import io.rollcall.event.Origin;
import io.rollcall.event.RawEvent;

/**
 * Where and when a message came in, and the latest time (epoch ms) that anything in it may name.
 */
record Arrival(Origin origin, long latest) {

    static Arrival of(RawEvent raw, long latest) {
        return new Arrival(raw.origin(), latest);
    }

    /** The Kafka timestamp, for what has no time of its own; Kafka says -1 where it knows none. */
    long time() throws RefusedException {
        return notAhead(Timestamps.plausible(origin.timestamp()));
    }

    long notAhead(long millis) throws RefusedException {
        if (millis > latest) {
            throw Refusal.FUTURE_TIME.because();
        }
        return millis;
    }
}
