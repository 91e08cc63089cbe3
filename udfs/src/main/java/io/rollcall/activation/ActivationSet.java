package io.rollcall.activation;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * All activations at once. Receivers compare it with what they have: what is absent has been
 * removed.
 */
public record ActivationSet(List<Activation> activations) implements Serializable {

    public ActivationSet of(String instance) {
        return new ActivationSet(
                activations.stream().filter(a -> a.instance().equals(instance)).toList());
    }

    /**
     * The same with the ids of lists known by name; left out is whose list is not known, or is fed
     * by another activation already: those that name an id come first.
     */
    public ActivationSet resolved(BiFunction<String, ListName, Long> idOf) {
        Set<String> taken = new HashSet<>();
        activations.stream().filter(a -> a.named() == null).forEach(a -> taken.add(list(a)));
        List<Activation> resolved = new ArrayList<>(activations.size());
        for (Activation activation : activations) {
            if (activation.named() == null) {
                resolved.add(activation);
                continue;
            }
            Long id = idOf.apply(activation.instance(), activation.named());
            if (id != null && id != 0) {
                Activation known = activation.on(activation.named(), id);
                if (taken.add(list(known))) {
                    resolved.add(known);
                }
            }
        }
        return new ActivationSet(resolved);
    }

    private static String list(Activation activation) {
        return activation.instance() + "/" + activation.list();
    }
}
