package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;

/** The bytes of one instance's block in a row. */
final class InstanceCodec {

    private static final LeadState[] STATES = LeadState.values();
    private static final int ASKED_NAMES = 1;
    private static final int UNSUBSCRIBED = 2;
    private static final int IMPORTED = 4;
    private static final int IMPORT_PROVEN = 8;

    private InstanceCodec() {}

    static void encode(Packer out, InstanceRow row) {
        out.string(row.munchkinId);
        lead(out, row);
        out.string(row.refusal);
        out.varint(row.refusedAt);
        out.varint(row.tries);
        out.varint(row.nextAt);
        out.varint(row.inVain.size());
        row.inVain.forEach(hash -> out.fixed32(hash.intValue()));
        out.varint(row.sequence + 1);
        out.varint(row.seen + 1);
        out.varint(row.changed + 1);
        out.varint(row.valuesHash);
        out.varint(row.wishedHash);
        out.put(row.wishedTwice ? 1 : 0);
        WishCodec.encode(out, row.wish, row.lane, row.asOf);
        out.string(row.aliasOf);
        out.varint(row.lists.size());
        row.lists.forEach(list -> out.block(() -> ListCodec.encode(out, list)));
        out.block(() -> OwnershipCodec.encode(out, row));
        int flags = flags(row);
        if (!row.erased.isEmpty() || flags != 0 || row.trailing.length > 0) {
            out.varint(row.erased.size());
            row.erased.forEach(out::varint);
            out.put(flags);
            if (row.importedAs != 0) {
                out.fixed32((int) row.importedAs);
            }
        }
        out.raw(row.trailing);
    }

    private static int flags(InstanceRow row) {
        return (row.askedNames ? ASKED_NAMES : 0)
                | (row.unsubscribed ? UNSUBSCRIBED : 0)
                | (row.importedAs != 0 ? IMPORTED : 0)
                | (row.importProven ? IMPORT_PROVEN : 0);
    }

    private static void lead(Packer out, InstanceRow row) {
        out.put(row.state.ordinal());
        out.varint(row.lead);
        out.varint(row.others.size());
        row.others.forEach(out::varint);
        out.varint(row.lostLead);
        out.varint(row.deletedAt);
    }

    static InstanceRow decode(Unpacker in) {
        InstanceRow row = new InstanceRow(in.string());
        lead(in, row);
        row.refusal = in.string();
        row.refusedAt = in.varint();
        row.tries = in.count();
        row.nextAt = in.varint();
        in.times(() -> row.inVain.add(in.fixed32() & 0xFFFFFFFFL));
        row.sequence = in.varint() - 1;
        row.seen = in.varint() - 1;
        row.changed = in.varint() - 1;
        row.valuesHash = in.varint();
        row.wishedHash = in.varint();
        row.wishedTwice = in.get() != 0;
        row.wish = WishCodec.kind(in);
        row.lane = WishCodec.lane(in, row.wish);
        row.asOf = WishCodec.asOf(in, row.wish);
        row.aliasOf = in.string();
        in.times(() -> row.lists.add(ListCodec.decode(in.block())));
        if (in.hasMore()) {
            OwnershipCodec.decode(in.block(), row);
        }
        if (in.hasMore()) {
            in.times(() -> row.erased.add(in.varint()));
            int flags = in.get();
            row.askedNames = (flags & ASKED_NAMES) != 0;
            row.unsubscribed = (flags & UNSUBSCRIBED) != 0;
            row.importProven = (flags & IMPORT_PROVEN) != 0;
            row.importedAs = (flags & IMPORTED) != 0 ? in.fixed32() & 0xFFFFFFFFL : 0;
        }
        row.trailing = in.rest();
        return row;
    }

    private static void lead(Unpacker in, InstanceRow row) {
        row.state = STATES[in.get()];
        row.lead = in.varint();
        in.times(() -> row.others.add(in.varint()));
        row.lostLead = in.varint();
        row.deletedAt = in.varint();
    }
}
