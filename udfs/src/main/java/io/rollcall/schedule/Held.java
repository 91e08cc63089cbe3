package io.rollcall.schedule;

import io.rollcall.pack.Hash64;
import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.Map;
import java.util.TreeMap;

/**
 * A wish the scheduler holds, and where it is: in a queue at a ticket, in a call, or waiting for a
 * call to end. {@code level} says how often the calls it was in were halved, {@code tries} how
 * often in a row it was put off in a call that was carried out.
 */
record Held(Wish wish, String queue, long ticket, String call, int level, int tries) {

    static final int VERSION = 1;

    private static final Wish.Kind[] KINDS = Wish.Kind.values();
    private static final Lane[] LANES = Lane.values();

    static Held fresh(Wish wish) {
        return new Held(wish, null, 0, null, 0, 0);
    }

    Held queued(String newQueue, long newTicket) {
        return new Held(wish, newQueue, newTicket, null, level, tries);
    }

    Held inCall(String newCall) {
        return new Held(wish, null, 0, newCall, level, tries);
    }

    Held waiting() {
        return new Held(wish, null, 0, null, level, tries);
    }

    Held smaller() {
        return new Held(wish, null, 0, null, Math.min(level + 1, QueueKey.ALONE), tries);
    }

    Held retried() {
        return new Held(wish, null, 0, null, level, Math.min(tries + 1, QueueKey.MOST_TRIES));
    }

    /**
     * The same place in the world, for a newer wish about the same thing. What befell an addition
     * says nothing of a removal.
     */
    Held with(Wish newer) {
        boolean same = newer.kind() == wish.kind();
        return new Held(newer, queue, ticket, call, same ? level : 0, same ? tries : 0);
    }

    QueueKey queueKey() {
        String target = wish.kind().aboutList() ? Long.toString(wish.list()) : wish.field();
        long onto = wish.kind() == Wish.Kind.UPSERT ? wish.list() : 0;
        return new QueueKey(wish.lane(), wish.kind(), target, level, tries, onto);
    }

    /** Identifies what an upsert would create, 0 for every other wish. */
    long valueHash() {
        return wish.kind() == Wish.Kind.UPSERT ? Hash64.ofLookup(wish.field(), wish.value()) : 0;
    }

    byte[] encode() {
        Packer out = new Packer();
        out.put(VERSION);
        out.put(wish.kind().ordinal());
        out.put(wish.lane().ordinal());
        out.string(wish.person());
        out.varint(wish.list());
        out.varint(wish.lead());
        out.varint(wish.assertedAt());
        out.varint(wish.asOf() + 1);
        out.string(wish.field());
        out.string(wish.value());
        out.varint(wish.values().size());
        wish.values().forEach((field, value) -> pair(out, field, value));
        out.string(queue);
        out.varint(ticket);
        out.string(call);
        out.varint(level);
        out.varint(tries);
        return out.bytes();
    }

    private static void pair(Packer out, String field, String value) {
        out.string(field);
        out.string(value);
    }

    static Held decode(String instance, byte[] bytes) {
        Unpacker in = new Unpacker(bytes);
        Version.check(in.get(), VERSION, "wish");
        Wish.Kind kind = KINDS[in.get()];
        Lane lane = LANES[in.get()];
        String person = in.string();
        long list = in.varint();
        long lead = in.varint();
        long assertedAt = in.varint();
        long asOf = in.varint() - 1;
        String field = in.string();
        String value = in.string();
        Map<String, String> values = new TreeMap<>();
        in.times(() -> values.put(in.string(), in.string()));
        Wish wish =
                new Wish(
                        kind,
                        instance,
                        person,
                        list,
                        lead,
                        lane,
                        assertedAt,
                        asOf,
                        field,
                        value,
                        values);
        return new Held(wish, in.string(), in.varint(), in.string(), in.count(), in.count());
    }
}
