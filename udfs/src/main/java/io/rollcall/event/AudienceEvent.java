package io.rollcall.event;

import java.util.List;

/**
 * What one message says of one person: {@code person} is the key of the preferred identity, {@code
 * at} the message's time (epoch ms), which orders a {@code FORGOTTEN}.
 */
public record AudienceEvent(
        Kind kind,
        String person,
        long at,
        List<Identity> identities,
        List<Assertion> assertions,
        List<Attribute> attributes,
        Origin origin) {

    public enum Kind {
        /** Claims of membership, identities and attributes; any of them may be empty. */
        MEMBERSHIPS,
        /** The person asked to be forgotten. */
        FORGOTTEN,
        /**
         * The end of a snapshot: its assertions tell the audiences which whoever was missing has
         * left. Without a person it is about everybody.
         */
        SNAPSHOT
    }
}
