package io.rollcall.ledger;

import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import java.util.List;

/**
 * What an event says, as far as the ledger needs it: of audiences only their hashes, and not where
 * it stood. {@code at} is epoch ms; {@code identities} are the others, beside the person's own.
 */
record HeardEvent(
        AudienceEvent.Kind kind,
        String person,
        long at,
        List<Identity> identities,
        List<Claim> claims,
        List<Attribute> attributes) {

    /** The same, said of less. */
    HeardEvent only(List<Identity> names, List<Claim> said, List<Attribute> values) {
        return new HeardEvent(kind, person, at, names, said, values);
    }
}
