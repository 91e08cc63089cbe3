package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.ArrayList;

/** The bytes about who owns the lead: two for most people, who have theirs to themselves. */
final class OwnershipCodec {

    private static final int CLAIMED = 1;
    private static final int MORE = 2;
    private static final int HEARSAY = 4;

    private OwnershipCodec() {}

    static void encode(Packer out, InstanceRow row) {
        boolean claimed = row.claimed != 0 && row.claimed == row.lead;
        boolean more = row.grant >= 0 || !row.aliases.isEmpty() || row.claimed != 0 && !claimed;
        out.put((claimed ? CLAIMED : 0) | (more ? MORE : 0) | (row.hearsay ? HEARSAY : 0));
        out.varint(row.namesClaimed);
        if (more) {
            out.varint(row.claimed);
            out.varint(row.grant + 1);
            out.fixed64(row.forwarded);
            out.varint(row.aliases.size());
            row.aliases.forEach(alias -> alias(out, alias));
        }
    }

    private static void alias(Packer out, AliasRecord alias) {
        out.string(alias.person());
        ClaimWriter.encode(out, alias.claims());
        out.varint(alias.consents().size());
        alias.consents().forEach(consent -> RowCodec.attribute(out, consent));
    }

    static void decode(Unpacker in, InstanceRow row) {
        int flags = in.get();
        row.hearsay = (flags & HEARSAY) != 0;
        row.namesClaimed = in.count();
        row.claimed = (flags & CLAIMED) != 0 ? row.lead : 0;
        if ((flags & MORE) != 0) {
            row.claimed = in.varint();
            row.grant = in.varint() - 1;
            row.forwarded = in.fixed64();
            in.times(() -> row.aliases.add(alias(in)));
        }
    }

    private static AliasRecord alias(Unpacker in) {
        AliasRecord alias = new AliasRecord(in.string(), new ArrayList<>(), new ArrayList<>());
        Claims.decode(in, alias.claims());
        in.times(() -> alias.consents().add(RowCodec.attribute(in)));
        return alias;
    }
}
