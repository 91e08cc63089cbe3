package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.ArrayList;
import java.util.List;

/**
 * Who goes by one lead of an instance, in the order in which they said so: the first one owns it.
 * It stands among the rows of a bucket of its own.
 */
final class OwnerRow {

    static final int VERSION = 1;

    /** No person key starts like this, since a namespace is never empty. */
    private static final String PREFIX = ":";

    /** Offset of the note that last changed who goes by the lead: orders the grants. */
    long version = -1;

    final List<Member> members = new ArrayList<>();

    /** What calls did that were made in another's name while nobody had claimed the lead. */
    final List<ListFact> unheard = new ArrayList<>();

    private byte[] trailing = {};

    /** {@code stamp} is how far they had read when they claimed it: an older release is void. */
    record Member(String person, long stamp) {}

    static String key(String instance, long lead) {
        return PREFIX + instance + "/" + lead;
    }

    static String instance(String key) {
        return key.substring(PREFIX.length(), key.lastIndexOf('/'));
    }

    static boolean isKey(String rowKey) {
        return rowKey.startsWith(PREFIX);
    }

    String owner() {
        return members.get(0).person();
    }

    List<String> people() {
        return members.stream().map(Member::person).toList();
    }

    /** Told from the bytes, since nearly all rows have one: then nothing is unheard. */
    static boolean hasOwner(byte[] row) {
        Unpacker in = new Unpacker(row);
        RowCodec.checkVersion(in.get());
        in.get();
        in.skipVarint();
        return in.count() > 0;
    }

    boolean isNobodys() {
        return members.isEmpty();
    }

    /** Nothing is left to remember. */
    boolean isEmpty() {
        return members.isEmpty() && unheard.isEmpty();
    }

    /** Whether they are new. */
    boolean add(String person, long stamp) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            if (member.person().equals(person)) {
                members.set(i, new Member(person, Math.max(stamp, member.stamp())));
                return false;
            }
        }
        return members.add(new Member(person, stamp));
    }

    /**
     * Whether another's claim names somebody new. Only who has read what it led to can turn it
     * down: an older release is of an older claim, perhaps the same before a restart.
     */
    boolean name(String person, long stamp, long claimedAt) {
        boolean known = members.stream().anyMatch(member -> member.person().equals(person));
        return add(person, known ? stamp : claimedAt);
    }

    boolean remove(String person, long stamp) {
        return members.removeIf(m -> m.person().equals(person) && m.stamp() <= stamp);
    }

    byte[] encode() {
        Packer out = new Packer();
        out.put(VERSION);
        out.put(Row.Kind.OWNER.ordinal());
        out.varint(version + 1);
        out.varint(members.size());
        for (Member member : members) {
            out.string(member.person());
            out.varint(member.stamp() + 1);
        }
        if (!unheard.isEmpty() || trailing.length > 0) {
            out.varint(unheard.size());
            unheard.forEach(fact -> fact.encode(out));
        }
        out.raw(trailing);
        return out.bytes();
    }

    /** An empty one for null. */
    static OwnerRow decode(byte[] bytes) {
        OwnerRow row = new OwnerRow();
        if (bytes == null) {
            return row;
        }
        Unpacker in = new Unpacker(bytes);
        RowCodec.checkVersion(in.get());
        in.get();
        row.version = in.varint() - 1;
        in.times(() -> row.members.add(new Member(in.string(), in.varint() - 1)));
        if (in.hasMore()) {
            in.times(() -> row.unheard.add(ListFact.decode(in)));
        }
        row.trailing = in.rest();
        return row;
    }
}
