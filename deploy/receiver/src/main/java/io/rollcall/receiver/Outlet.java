package io.rollcall.receiver;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Where bodies go. */
interface Outlet {

    /** What became of one. */
    enum Fate {
        /** It is where it will not get lost. */
        KEPT,
        /** It is not, or nobody knows: the sender had better send it again. */
        UNSURE,
        /** It never will be: it is larger than the topic takes. */
        TOO_LARGE
    }

    /** Never fails and never blocks for long. */
    CompletableFuture<Fate> write(String topic, byte[] body, Map<String, String> headers);

    /** Whether it answers at all. */
    boolean reachable();
}
