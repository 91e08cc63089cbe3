package io.rollcall.sandbox.rest;

import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.marketo.Refusal;
import io.rollcall.sandbox.marketo.Subscription;
import java.util.function.Supplier;

/**
 * What an endpoint does. It looks at the database when the call begins and writes at its end; what
 * other calls do in between it does not see.
 */
@FunctionalInterface
interface Operation {
    Work begin(Subscription subscription, Request request) throws Refusal;

    /** The rest of a call that has begun. */
    record Work(int records, Ending ending) {
        static Work of(Ending ending) {
            return new Work(1, ending);
        }

        static Work known(Supplier<Reply> reply) {
            return new Work(1, reply::get);
        }
    }

    /** Writes and answers. */
    @FunctionalInterface
    interface Ending {
        Reply finish() throws Refusal;
    }
}
