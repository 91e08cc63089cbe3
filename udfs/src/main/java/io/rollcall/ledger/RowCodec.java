package io.rollcall.ledger;

import io.rollcall.event.Attribute;
import io.rollcall.event.Identity;
import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;

/**
 * The bytes of a row, version 1. What most events are told to be repeats by comes first, and of it
 * the claims last: of those only one need be found. Instances and lists are blocks with their
 * length, and whatever a later version appends to a block or to the row is carried along, so that a
 * job can go back a version without losing it.
 */
final class RowCodec {

    static final int VERSION = 1;

    private RowCodec() {}

    static byte[] encode(Row row) {
        Packer out = new Packer();
        out.put(VERSION);
        out.put(row.kind.ordinal());
        out.varint(row.identities.size());
        row.identities.forEach(known -> identity(out, known));
        out.varint(row.attributes.size());
        row.attributes.forEach(attribute -> attribute(out, attribute));
        ClaimWriter.encode(out, row.claims);
        out.varint(row.instances.size());
        row.instances.forEach(instance -> out.block(() -> InstanceCodec.encode(out, instance)));
        if (row.forgottenAt != 0 || row.trailing.length > 0) {
            out.varint(row.forgottenAt << 1 | (row.forgetting ? 1 : 0));
            out.varint(row.stoned.size());
            row.stoned.forEach(stone -> stoned(out, stone));
        }
        out.raw(row.trailing);
        return out.bytes();
    }

    static Row decode(byte[] bytes) {
        return decode(new Unpacker(bytes));
    }

    /** {@code in} stands at its beginning, and ends where the row does. */
    static Row decode(Unpacker in) {
        checkVersion(in.get());
        Row row = new Row();
        row.kind = Row.Kind.values()[in.get()];
        in.times(() -> row.identities.add(identity(in)));
        in.times(() -> row.attributes.add(attribute(in)));
        Claims.decode(in, row.claims);
        in.times(() -> row.instances.add(InstanceCodec.decode(in.block())));
        forgotten(row, in);
        row.trailing = in.rest();
        return row;
    }

    /** Hardly anybody asks for it: other rows end before it. */
    private static void forgotten(Row row, Unpacker in) {
        if (in.hasMore()) {
            long forgotten = in.varint();
            row.forgottenAt = forgotten >>> 1;
            row.forgetting = (forgotten & 1) != 0;
            in.times(() -> row.stoned.add(stoned(in)));
        }
    }

    private static void stoned(Packer out, Row.Stoned stone) {
        out.string(stone.stone());
        out.varint((long) stone.bucket() << 1 | (stone.surely() ? 1 : 0));
    }

    private static Row.Stoned stoned(Unpacker in) {
        String stone = in.string();
        long bucket = in.varint();
        return new Row.Stoned(stone, (int) (bucket >>> 1), (bucket & 1) != 0);
    }

    static void checkVersion(int version) {
        if (version != VERSION) {
            throw new IllegalStateException(
                    "row version " + version + " is newer than this job knows; use the newer job");
        }
    }

    /** At the very beginning: whether this is a person's row; then the identities come next. */
    static boolean isPerson(Unpacker in) {
        return in.get() == VERSION && in.get() == Row.Kind.PERSON.ordinal();
    }

    private static void identity(Packer out, Row.Known known) {
        out.string(known.identity().namespace());
        out.string(known.identity().value());
        out.varint(known.at());
    }

    private static Row.Known identity(Unpacker in) {
        return new Row.Known(new Identity(in.string(), in.string()), in.varint());
    }

    static void attribute(Packer out, Attribute attribute) {
        out.string(attribute.path());
        out.string(attribute.value());
        out.varint(attribute.at());
    }

    static Attribute attribute(Unpacker in) {
        return new Attribute(in.string(), in.string(), in.varint());
    }
}
