package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes claims as {@link Claims} reads them. */
final class ClaimWriter {

    private final Packer out;
    private final List<Integer> namespaces = new ArrayList<>(2);
    private long earliest = Long.MAX_VALUE;

    private ClaimWriter(Packer out) {
        this.out = out;
    }

    static void encode(Packer out, Collection<Claim> claims) {
        out.varint(claims.size());
        if (!claims.isEmpty()) {
            new ClaimWriter(out).encode(claims);
        }
    }

    private void encode(Collection<Claim> claims) {
        claims.forEach(this::lookAt);
        out.varint(earliest);
        out.varint(namespaces.size());
        namespaces.forEach(out::fixed32);
        claims.forEach(this::encode);
    }

    private void lookAt(Claim claim) {
        earliest = Math.min(earliest, claim.at());
        if (namespaces.size() < Claims.SPELT_OUT && !namespaces.contains(claim.namespace())) {
            namespaces.add(claim.namespace());
        }
    }

    private void encode(Claim claim) {
        long later = claim.at() - earliest;
        boolean seconds = later % Claims.SECOND == 0;
        int known = namespaces.indexOf(claim.namespace());
        int place = known < 0 ? Claims.SPELT_OUT : known;
        out.fixed64(claim.audience());
        out.put(flags(claim, seconds) | place << Claims.NAMESPACE_SHIFT);
        if (place == Claims.SPELT_OUT) {
            out.fixed32(claim.namespace());
        }
        out.varint(seconds ? later / Claims.SECOND : later);
        if (claim.validUntil() != 0) {
            out.varint(claim.validUntil());
        }
    }

    private static int flags(Claim claim, boolean seconds) {
        return (claim.in() ? Claims.IN : 0)
                | (claim.validUntil() == 0 ? 0 : Claims.ENDS)
                | (seconds ? Claims.SECONDS : 0);
    }
}
