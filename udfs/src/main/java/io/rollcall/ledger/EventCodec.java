package io.rollcall.ledger;

import io.rollcall.event.Assertion;
import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * An event as bytes, on its way from a decoder to the ledger. Claims, identities and attributes
 * stand as they do in a row, so that a repeat is told by comparing bytes. The names of audiences, a
 * third of every event, stay behind: the activations know those that matter. Not in state, so it
 * has no version.
 */
final class EventCodec {

    private static final AudienceEvent.Kind[] KINDS = AudienceEvent.Kind.values();

    private EventCodec() {}

    /** {@code person} is the event's, in UTF-8. */
    static void encode(Packer out, AudienceEvent event, byte[] person) {
        out.utf8(person);
        out.put(event.kind().ordinal());
        out.varint(event.at());
        identities(out, event);
        out.varint(event.attributes().size());
        for (Attribute attribute : event.attributes()) {
            RowCodec.attribute(out, attribute);
        }
        ClaimWriter.encode(out, claims(event.assertions()));
    }

    /** Every row begins with its person's key: said once more, it would say nothing. */
    private static void identities(Packer out, AudienceEvent event) {
        int others = 0;
        for (Identity identity : event.identities()) {
            others += identity.isKey(event.person()) ? 0 : 1;
        }
        out.varint(others);
        for (Identity identity : event.identities()) {
            if (!identity.isKey(event.person())) {
                out.string(identity.namespace());
                out.string(identity.value());
            }
        }
    }

    /** A loop: streams took a tenth of the time that a message takes. */
    private static List<Claim> claims(List<Assertion> assertions) {
        List<Claim> claims = new ArrayList<>(assertions.size());
        for (Assertion said : assertions) {
            claims.add(Claim.of(said));
        }
        return claims;
    }

    /** Behind the person: whether these are memberships; then their identities come next. */
    static boolean isMemberships(Unpacker in) {
        boolean memberships = KINDS[in.get()] == AudienceEvent.Kind.MEMBERSHIPS;
        in.skipVarint();
        return memberships;
    }

    static HeardEvent decode(Unpacker in) {
        String person = in.string();
        AudienceEvent.Kind kind = KINDS[in.get()];
        long at = in.varint();
        List<Identity> identities = new ArrayList<>(2);
        in.times(() -> identities.add(new Identity(in.string(), in.string())));
        List<Attribute> attributes = new ArrayList<>(2);
        in.times(() -> attributes.add(RowCodec.attribute(in)));
        List<Claim> claims = new ArrayList<>();
        Claims.decode(in, claims);
        return new HeardEvent(kind, person, at, identities, claims, attributes);
    }
}
