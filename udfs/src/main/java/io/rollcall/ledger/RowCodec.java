package io.rollcall.ledger;

import io.rollcall.event.Attribute;
import io.rollcall.event.Identity;
import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.report.CallKind;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;

/**
 * The bytes of a row, version 1. Claims come first, since most events only need those. Instances
 * and lists are blocks with their length, and whatever a later version appends to a block or to the
 * row is carried along, so that a job can go back a version without losing it.
 */
final class RowCodec {

    static final int VERSION = 1;

    private static final CallKind[] CALLS = CallKind.values();
    private static final Lane[] LANES = Lane.values();
    private static final Wish.Kind[] WISHES = Wish.Kind.values();

    private RowCodec() {}

    static byte[] encode(Row row) {
        Packer out = new Packer();
        out.put(VERSION);
        out.put(row.kind.ordinal());
        out.varint(row.claims.size());
        row.claims.forEach(claim -> claim(out, claim));
        out.varint(row.identities.size());
        row.identities.forEach(known -> identity(out, known));
        out.varint(row.attributes.size());
        row.attributes.forEach(attribute -> attribute(out, attribute));
        out.varint(row.instances.size());
        row.instances.forEach(instance -> out.block(instance(instance)));
        out.raw(row.trailing);
        return out.bytes();
    }

    static Row decode(byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        int version = in.get();
        if (version != VERSION) {
            throw new IllegalStateException(
                    "row version " + version + " is newer than this job knows; use the newer job");
        }
        Row row = new Row();
        row.kind = Row.Kind.values()[in.get()];
        in.times(() -> row.claims.add(claim(in)));
        in.times(() -> row.identities.add(identity(in)));
        in.times(() -> row.attributes.add(attribute(in)));
        in.times(() -> row.instances.add(instance(in.block())));
        row.trailing = in.rest();
        return row;
    }

    private static void claim(Packer out, Claim claim) {
        out.fixed64(claim.audience());
        out.fixed32(claim.namespace());
        out.put((claim.in() ? 1 : 0) | (claim.validUntil() == 0 ? 0 : 2));
        out.varint(claim.at());
        if (claim.validUntil() != 0) {
            out.varint(claim.validUntil());
        }
    }

    private static Claim claim(Unpacker in) {
        long audience = in.fixed64();
        int namespace = in.fixed32();
        int flags = in.get();
        long at = in.varint();
        return new Claim(
                audience, namespace, (flags & 1) != 0, at, (flags & 2) != 0 ? in.varint() : 0);
    }

    private static void identity(Packer out, Row.Known known) {
        out.string(known.identity().namespace());
        out.string(known.identity().value());
        out.varint(known.at());
    }

    private static Row.Known identity(Unpacker in) {
        return new Row.Known(new Identity(in.string(), in.string()), in.varint());
    }

    private static void attribute(Packer out, Attribute attribute) {
        out.string(attribute.path());
        out.string(attribute.value());
        out.varint(attribute.at());
    }

    private static Attribute attribute(Unpacker in) {
        return new Attribute(in.string(), in.string(), in.varint());
    }

    private static Packer instance(InstanceRow row) {
        Packer out = new Packer();
        out.string(row.munchkinId);
        out.put(row.state.ordinal());
        out.varint(row.lead);
        out.varint(row.others.size());
        row.others.forEach(out::varint);
        out.varint(row.lostLead);
        out.varint(row.deletedAt);
        refusal(out, row.refusal, row.refusedAt, row.tries, row.nextAt);
        out.varint(row.sequence + 1);
        out.varint(row.seen + 1);
        out.varint(row.changed + 1);
        out.varint(row.valuesHash);
        out.varint(row.wishedHash);
        out.put(row.wishedTwice ? 1 : 0);
        wish(out, row.wish, row.lane);
        out.string(row.aliasOf);
        out.varint(row.lists.size());
        row.lists.forEach(list -> out.block(list(list)));
        out.raw(row.trailing);
        return out;
    }

    private static InstanceRow instance(Unpacker in) {
        InstanceRow row = new InstanceRow(in.string());
        row.state = LeadState.values()[in.get()];
        row.lead = in.varint();
        in.times(() -> row.others.add(in.varint()));
        row.lostLead = in.varint();
        row.deletedAt = in.varint();
        row.refusal = in.string();
        row.refusedAt = in.varint();
        row.tries = in.count();
        row.nextAt = in.varint();
        row.sequence = in.varint() - 1;
        row.seen = in.varint() - 1;
        row.changed = in.varint() - 1;
        row.valuesHash = in.varint();
        row.wishedHash = in.varint();
        row.wishedTwice = in.get() != 0;
        row.wish = wish(in);
        row.lane = lane(in, row.wish);
        row.aliasOf = in.string();
        in.times(() -> row.lists.add(list(in.block())));
        row.trailing = in.rest();
        return row;
    }

    private static Packer list(ListRow row) {
        Packer out = new Packer();
        out.varint(row.list);
        out.put(row.reported.ordinal() | (row.proven ? 8 : 0) | row.told.ordinal() << 4);
        out.put(row.direction == null ? 0 : row.direction.ordinal() + 1);
        out.varint(row.sequence + 1);
        out.varint(row.endOffset + 1);
        out.varint(row.seen + 1);
        wish(out, row.wish, row.lane);
        refusal(out, row.refusal, row.refusedAt, row.tries, row.nextAt);
        out.varint(row.alsoOn.size());
        row.alsoOn.forEach(also -> out.varint(also.lead() << 1 | (also.wished() ? 1 : 0)));
        out.raw(row.trailing);
        return out;
    }

    private static ListRow list(Unpacker in) {
        ListRow row = new ListRow(in.varint());
        int flags = in.get();
        row.reported = Reported.values()[flags & 7];
        row.proven = (flags & 8) != 0;
        row.told = Desired.values()[flags >> 4];
        int direction = in.get();
        row.direction = direction == 0 ? null : CALLS[direction - 1];
        row.sequence = in.varint() - 1;
        row.endOffset = in.varint() - 1;
        row.seen = in.varint() - 1;
        row.wish = wish(in);
        row.lane = lane(in, row.wish);
        row.refusal = in.string();
        row.refusedAt = in.varint();
        row.tries = in.count();
        row.nextAt = in.varint();
        in.times(() -> row.alsoOn.add(alsoOn(in.varint())));
        row.trailing = in.rest();
        return row;
    }

    private static ListRow.AlsoOn alsoOn(long packed) {
        return new ListRow.AlsoOn(packed >>> 1, (packed & 1) != 0);
    }

    private static void refusal(Packer out, String code, long at, int tries, long nextAt) {
        out.string(code);
        out.varint(at);
        out.varint(tries);
        out.varint(nextAt);
    }

    private static void wish(Packer out, Wish.Kind wish, Lane lane) {
        out.put(wish == null ? 0 : wish.ordinal() + 1);
        if (wish != null) {
            out.put(lane.ordinal());
        }
    }

    private static Wish.Kind wish(Unpacker in) {
        int wish = in.get();
        return wish == 0 ? null : WISHES[wish - 1];
    }

    private static Lane lane(Unpacker in, Wish.Kind wish) {
        return wish == null ? null : LANES[in.get()];
    }
}
