package io.rollcall.receiver;

import org.eclipse.jetty.server.Request;

/** Decides whose messages a door takes. */
interface Guard {

    /** By what came before the body; false refuses it unread. */
    boolean admits(Request request);

    /** By the body too. */
    default boolean admits(Request request, byte[] body) {
        return true;
    }
}
