package io.rollcall.ledger;

import io.rollcall.pack.Packer;
import java.util.Arrays;
import java.util.List;

/** Writes claims as {@link Claims} reads them. */
final class ClaimWriter {

    private final Packer out;
    private int[] namespaces = new int[2];
    private int known;
    private long earliest = Long.MAX_VALUE;

    private ClaimWriter(Packer out) {
        this.out = out;
    }

    static void encode(Packer out, List<Claim> claims) {
        out.varint(claims.size());
        if (!claims.isEmpty()) {
            new ClaimWriter(out).encode(claims);
        }
    }

    private void encode(List<Claim> claims) {
        for (Claim claim : claims) {
            lookAt(claim);
        }
        out.varint(earliest);
        out.varint(known);
        for (int i = 0; i < known; i++) {
            out.fixed32(namespaces[i]);
        }
        for (Claim claim : claims) {
            encode(claim);
        }
    }

    private void lookAt(Claim claim) {
        earliest = Math.min(earliest, claim.at());
        if (known < Claims.SPELT_OUT && place(claim.namespace()) == Claims.SPELT_OUT) {
            namespaces =
                    known < namespaces.length
                            ? namespaces
                            : Arrays.copyOf(namespaces, Claims.SPELT_OUT);
            namespaces[known++] = claim.namespace();
        }
    }

    private int place(int namespace) {
        for (int i = 0; i < known; i++) {
            if (namespaces[i] == namespace) {
                return i;
            }
        }
        return Claims.SPELT_OUT;
    }

    private void encode(Claim claim) {
        long later = claim.at() - earliest;
        boolean seconds = later % Claims.SECOND == 0;
        int place = place(claim.namespace());
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
