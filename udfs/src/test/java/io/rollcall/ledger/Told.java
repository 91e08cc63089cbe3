package io.rollcall.ledger;

import io.rollcall.event.Assertion;
import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.Origin;
import java.util.ArrayList;
import java.util.List;

/** Writes an event down in the words of the tests. */
final class Told {

    private final List<Identity> identities = new ArrayList<>();
    private final List<Assertion> assertions = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final String person;
    private long at;

    private Told(String person) {
        this.person = person;
        identities.add(Identity.ofKey(person));
    }

    static Told of(String person) {
        return new Told(person);
    }

    Told in(String audience, long since) {
        return said("ups", audience, true, since, 0);
    }

    Told out(String audience, long since) {
        return said("ups", audience, false, since, 0);
    }

    Told said(String namespace, String audience, boolean in, long since, long until) {
        assertions.add(new Assertion(namespace, audience, in, since, until));
        at = Math.max(at, since);
        return this;
    }

    Told attribute(String path, String value, long since) {
        attributes.add(new Attribute(path, value, since));
        return this;
    }

    Told also(String namespace, String value) {
        identities.add(Identity.of(namespace, value));
        return this;
    }

    Told sentAt(long time) {
        at = time;
        return this;
    }

    /** Asked to be forgotten. */
    AudienceEvent forgotten(long time) {
        return new AudienceEvent(
                AudienceEvent.Kind.FORGOTTEN,
                person,
                time,
                identities,
                List.of(),
                List.of(),
                new Origin("events", 0, 0, time));
    }

    AudienceEvent event() {
        return new AudienceEvent(
                AudienceEvent.Kind.MEMBERSHIPS,
                person,
                at,
                identities,
                assertions,
                attributes,
                new Origin("events", 0, 0, at));
    }
}
