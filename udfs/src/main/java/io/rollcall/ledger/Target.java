package io.rollcall.ledger;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import io.rollcall.pack.Hash64;

/** An activation with its instance, and its audience hashed the way rows hold it. */
record Target(Activation activation, Instance instance, long audience, int namespace) {

    static Target of(Activation activation, Instance instance) {
        return new Target(
                activation,
                instance,
                Hash64.of(activation.audience()),
                Hash64.ofNamespace(activation.namespace()));
    }

    long list() {
        return activation.list();
    }

    boolean takes(Claim claim) {
        return takes(claim.audience(), claim.namespace());
    }

    boolean takes(long claimed, int claimedNamespace) {
        return claimed == audience
                && (activation.namespace() == null || claimedNamespace == namespace);
    }
}
