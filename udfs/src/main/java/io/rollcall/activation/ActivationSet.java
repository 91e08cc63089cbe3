package io.rollcall.activation;

import java.io.Serializable;
import java.util.List;

/**
 * All activations at once. Receivers compare it with what they have: what is absent has been
 * removed.
 */
public record ActivationSet(List<Activation> activations) implements Serializable {

    public ActivationSet of(String instance) {
        return new ActivationSet(
                activations.stream().filter(a -> a.instance().equals(instance)).toList());
    }
}
