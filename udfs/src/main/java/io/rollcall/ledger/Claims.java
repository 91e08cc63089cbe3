package io.rollcall.ledger;

import io.rollcall.pack.Unpacker;
import java.util.Collection;

/**
 * Claims as {@link ClaimWriter} wrote them, read one after the other: their number, the earliest
 * time, the namespaces, then each claim in a dozen bytes. A claim is its audience, a byte of flags
 * with the place of its namespace, how much later than the earliest it was said, and until when it
 * holds.
 *
 * <p>Nearly all of a row is claims and lists, and what it takes is flushed, compacted and fetched
 * from memory with every change: at nineteen bytes a claim a third of a day's time went there.
 */
final class Claims {

    static final int IN = 1;
    static final int ENDS = 2;

    /** Times come by the second more often than not. */
    static final int SECONDS = 4;

    static final int SECOND = 1_000;
    static final int NAMESPACE_SHIFT = 3;

    /** More namespaces than a row ever has stand with their claims. */
    static final int SPELT_OUT = 31;

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
