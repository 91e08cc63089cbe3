package io.rollcall.ledger;

import io.rollcall.event.Assertion;

/**
 * What was last said of one person and one audience. The audience stands as a hash: its name is
 * known from the activation, and twelve bytes beat forty. {@code validUntil} 0 is for ever.
 */
record Claim(long audience, int namespace, boolean in, long at, long validUntil) {

    static Claim of(Assertion said) {
        return new Claim(
                NameHashes.ofAudience(said.audience()),
                NameHashes.ofNamespace(said.namespace()),
                said.in(),
                said.at(),
                said.in() ? said.validUntil() : 0);
    }

    boolean sameMatter(Claim other) {
        return audience == other.audience && namespace == other.namespace;
    }

    /** Whether both count for an activation that names no namespace. */
    boolean contendsWith(Claim other) {
        return audience == other.audience && namespace != other.namespace;
    }

    boolean inAt(long now) {
        return in && (validUntil == 0 || now < validUntil);
    }

    /**
     * Newer wins. At the same time leaving wins, since it must always work: an exit over an entry,
     * and of two entries the one that ends sooner. So any order of arrival gives one result.
     */
    boolean beats(Claim stored) {
        if (at != stored.at || in != stored.in) {
            return at > stored.at || at == stored.at && stored.in;
        }
        return in && endsAt() < stored.endsAt();
    }

    /**
     * Of a claim that does not beat the stored one: whether it says something else, or as it was.
     */
    boolean isLateFor(Claim stored) {
        return at < stored.at || in != stored.in;
    }

    private long endsAt() {
        return validUntil == 0 ? Long.MAX_VALUE : validUntil;
    }
}
