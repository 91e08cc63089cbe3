package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import io.rollcall.pack.Unpacker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Claims as they stand in bytes, read one after the other: their number, the earliest time, the
 * namespaces, then each claim in a dozen bytes. A claim is its audience, a byte of flags with the
 * place of its namespace, how much later than the earliest it was said, and until when it holds.
 *
 * <p>Nearly all of a row is claims and lists, and what it takes is flushed, compacted and fetched
 * from memory with every change: at nineteen bytes a claim a third of a day's time went there.
 */
final class Claims {

    private static final int IN = 1;
    private static final int ENDS = 2;

    /** Times come by the second more often than not. */
    private static final int SECONDS = 4;

    private static final int SECOND = 1_000;
    private static final int NAMESPACE_SHIFT = 3;

    /** More namespaces than a row ever has stand with their claims. */
    private static final int SPELT_OUT = 31;

    private final Unpacker in;
    private final int count;
    private final long earliest;
    private final int namespaces;
    private final int first;
    private int passed;

    private long audience;
    private int namespace;
    private int flags;
    private long at;
    private long validUntil;

    /** {@code in} stands before them. */
    Claims(Unpacker in) {
        this.in = in;
        this.count = in.count();
        this.earliest = count == 0 ? 0 : in.varint();
        int known = count == 0 ? 0 : in.count();
        this.namespaces = in.at();
        in.skip(known * Integer.BYTES);
        this.first = in.at();
    }

    static void encode(Packer out, Collection<Claim> claims) {
        out.varint(claims.size());
        if (claims.isEmpty()) {
            return;
        }
        long earliest = Long.MAX_VALUE;
        List<Integer> namespaces = new ArrayList<>(2);
        for (Claim claim : claims) {
            earliest = Math.min(earliest, claim.at());
            if (namespaces.size() < SPELT_OUT && !namespaces.contains(claim.namespace())) {
                namespaces.add(claim.namespace());
            }
        }
        out.varint(earliest);
        out.varint(namespaces.size());
        namespaces.forEach(out::fixed32);
        for (Claim claim : claims) {
            encode(out, claim, earliest, namespaces.indexOf(claim.namespace()));
        }
    }

    private static void encode(Packer out, Claim claim, long earliest, int namespace) {
        long later = claim.at() - earliest;
        boolean seconds = later % SECOND == 0;
        int place = namespace < 0 ? SPELT_OUT : namespace;
        out.fixed64(claim.audience());
        out.put(
                (claim.in() ? IN : 0)
                        | (claim.validUntil() == 0 ? 0 : ENDS)
                        | (seconds ? SECONDS : 0)
                        | place << NAMESPACE_SHIFT);
        if (place == SPELT_OUT) {
            out.fixed32(claim.namespace());
        }
        out.varint(seconds ? later / SECOND : later);
        if (claim.validUntil() != 0) {
            out.varint(claim.validUntil());
        }
    }

    static void decode(Unpacker in, Collection<Claim> into) {
        Claims claims = new Claims(in);
        while (claims.next()) {
            into.add(claims.claim());
        }
    }

    /** Goes on to the next one; false behind the last. */
    boolean next() {
        if (passed == count) {
            return false;
        }
        passed++;
        audience = in.fixed64();
        flags = in.get();
        int place = flags >>> NAMESPACE_SHIFT;
        namespace =
                place == SPELT_OUT ? in.fixed32() : in.int32(namespaces + place * Integer.BYTES);
        long later = in.varint();
        at = earliest + ((flags & SECONDS) != 0 ? later * SECOND : later);
        validUntil = (flags & ENDS) != 0 ? in.varint() : 0;
        return true;
    }

    /**
     * Goes on to the one about the same audience, round and round: sources keep an order of their
     * own, so it stands behind the one before. False if there is none.
     */
    boolean seek(Claims said) {
        for (int tried = 0; tried < count; tried++) {
            if (passed == count) {
                in.goTo(first);
                passed = 0;
            }
            if (in.peek64() != said.audience) {
                skip();
            } else if (next() && namespace == said.namespace) {
                return true;
            }
        }
        return false;
    }

    private void skip() {
        passed++;
        in.skip(Long.BYTES);
        int skipped = in.get();
        in.skip(skipped >>> NAMESPACE_SHIFT == SPELT_OUT ? Integer.BYTES : 0);
        in.skipVarint();
        if ((skipped & ENDS) != 0) {
            in.skipVarint();
        }
    }

    void skipRest() {
        while (passed < count) {
            skip();
        }
    }

    /** Whether any activation takes the claim that was read last. */
    boolean isMapped(Plan plan) {
        return plan.maps(audience, namespace);
    }

    /** Whether the claim that was read last is the one that was read last there. */
    boolean equalsThat(Claims other) {
        return at == other.at
                && validUntil == other.validUntil
                && ((flags ^ other.flags) & IN) == 0
                && namespace == other.namespace
                && audience == other.audience;
    }

    /** The claim that was read last. */
    Claim claim() {
        return new Claim(audience, namespace, (flags & IN) != 0, at, validUntil);
    }
}
