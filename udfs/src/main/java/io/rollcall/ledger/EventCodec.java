package io.rollcall.ledger;

import io.rollcall.event.Assertion;
import io.rollcall.event.Attribute;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.Identity;
import io.rollcall.event.Origin;
import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * An event as bytes, on its way from a decoder to the ledger. Claims, identities and attributes
 * stand as they do in a row, so that a repeat is told by comparing bytes; the names that the hashes
 * stand for come last, since few events need them. Not in state, so it has no version.
 */
final class EventCodec {

    private static final AudienceEvent.Kind[] KINDS = AudienceEvent.Kind.values();

    private EventCodec() {}

    static byte[] encode(AudienceEvent event) {
        Packer out = new Packer();
        out.string(event.person());
        out.put(event.kind().ordinal());
        out.varint(event.at());
        ClaimWriter.encode(out, event.assertions().stream().map(Claim::of).toList());
        out.varint(event.identities().size());
        event.identities().forEach(identity -> identity(out, identity));
        out.varint(event.attributes().size());
        event.attributes().forEach(attribute -> RowCodec.attribute(out, attribute));
        event.assertions().forEach(said -> names(out, said));
        origin(out, event.origin());
        return out.bytes();
    }

    /** Behind the person: whether these are memberships; then their claims come next. */
    static boolean isMemberships(Unpacker in) {
        boolean memberships = KINDS[in.get()] == AudienceEvent.Kind.MEMBERSHIPS;
        in.skipVarint();
        return memberships;
    }

    static AudienceEvent decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        String person = in.string();
        AudienceEvent.Kind kind = KINDS[in.get()];
        long at = in.varint();
        List<Claim> claims = new ArrayList<>();
        Claims.decode(in, claims);
        List<Identity> identities = new ArrayList<>(2);
        in.times(() -> identities.add(new Identity(in.string(), in.string())));
        List<Attribute> attributes = new ArrayList<>(2);
        in.times(() -> attributes.add(RowCodec.attribute(in)));
        List<Assertion> assertions = new ArrayList<>(claims.size());
        claims.forEach(claim -> assertions.add(assertion(in, claim)));
        return new AudienceEvent(kind, person, at, identities, assertions, attributes, origin(in));
    }

    private static void identity(Packer out, Identity identity) {
        out.string(identity.namespace());
        out.string(identity.value());
    }

    private static void names(Packer out, Assertion said) {
        out.string(said.namespace());
        out.string(said.audience());
    }

    private static Assertion assertion(Unpacker in, Claim claim) {
        return new Assertion(in.string(), in.string(), claim.in(), claim.at(), claim.validUntil());
    }

    /** Kafka says -1 for a time that it does not know. */
    private static void origin(Packer out, Origin origin) {
        out.string(origin.topic());
        out.varint(origin.partition());
        out.varint(origin.offset());
        out.varint(origin.timestamp() + 1);
    }

    private static Origin origin(Unpacker in) {
        return new Origin(in.string(), in.count(), in.varint(), in.varint() - 1);
    }
}
