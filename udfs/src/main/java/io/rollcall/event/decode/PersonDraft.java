package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import java.util.List;

/** What has been read of one person so far. */
final class PersonDraft {

    final Identities identities;
    final Memberships memberships = new Memberships();
    final Attributes attributes = new Attributes();
    private final Arrival arrival;

    PersonDraft(Wanted wanted, Arrival arrival) {
        this.identities = new Identities(wanted.namespaces());
        this.arrival = arrival;
    }

    AttributeReader attributeReader() {
        return new AttributeReader(identities, attributes);
    }

    /** A message that says when it speaks. */
    AudienceEvent spokenAt(long said) throws RefusedException {
        long at = arrival.notAhead(said);
        return new AudienceEvent(
                AudienceEvent.Kind.MEMBERSHIPS,
                identities.person(),
                at,
                identities.all(),
                memberships.assertions(arrival, at),
                attributes.at(at),
                arrival.origin());
    }

    /** A message that does not: it speaks when it arrives. */
    AudienceEvent spokenOnArrival() throws RefusedException {
        long at = arrival.time();
        return new AudienceEvent(
                AudienceEvent.Kind.MEMBERSHIPS,
                identities.person(),
                at,
                identities.all(),
                memberships.assertions(arrival, at),
                attributes.atTheirOwnTimes(arrival),
                arrival.origin());
    }

    AudienceEvent forgotten(long said) throws RefusedException {
        long at = said == 0 ? arrival.time() : arrival.notAhead(said);
        String person = identities.person();
        List<Identity> all = identities.all();
        return new AudienceEvent(
                AudienceEvent.Kind.FORGOTTEN,
                person,
                at,
                all,
                List.of(),
                List.of(),
                arrival.origin());
    }
}
