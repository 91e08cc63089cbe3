package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.event.Attribute;
import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * What an alias forwards to the owner of its lead: claims of mapped audiences, consents, and what
 * its own calls say of lists. Mapped values are left out: they have no place in the reports topic.
 */
record Voice(List<Claim> claims, List<Attribute> consents, List<ListFact> lists) {

    static Voice of(Plan plan, Instance instance, Row row) {
        InstanceRow at = row.instance(instance.munchkinId());
        return new Voice(
                row.claims.stream().filter(claim -> plan.maps(claim, instance)).toList(),
                row.attributes.stream().filter(Attribute::isConsent).toList(),
                at.lists.stream().filter(ListFact::isOf).map(ListFact::of).toList());
    }

    /** What {@link #speaks()} would say: most rows are asked no more than that. */
    static boolean speaks(Plan plan, Instance instance, Row row) {
        for (Claim claim : row.claims) {
            if (plan.maps(claim, instance)) {
                return true;
            }
        }
        for (Attribute attribute : row.attributes) {
            if (attribute.isConsent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether anybody ever said something of this person here. */
    boolean speaks() {
        return !claims.isEmpty() || !consents.isEmpty();
    }

    byte[] encode() {
        Packer out = new Packer();
        ClaimWriter.encode(out, claims);
        out.varint(consents.size());
        consents.forEach(consent -> RowCodec.attribute(out, consent));
        out.varint(lists.size());
        lists.forEach(list -> list.encode(out));
        return out.bytes();
    }

    static Voice decode(byte[] bytes) {
        Voice voice = new Voice(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Unpacker in = new Unpacker(bytes);
        Claims.decode(in, voice.claims);
        in.times(() -> voice.consents.add(RowCodec.attribute(in)));
        in.times(() -> voice.lists.add(ListFact.decode(in)));
        return voice;
    }
}
