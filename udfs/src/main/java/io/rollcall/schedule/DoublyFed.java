package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Lists by name that turned out to be those of another activation, which feeds them already. */
final class DoublyFed {

    private final ToLongFunction<Activation> ids;

    /** Why, by the list's name. Not in state: they are told again. */
    private Map<String, String> reasons = Map.of();

    /** By how the id of an activation's list is known, 0 for not yet. */
    DoublyFed(ToLongFunction<Activation> ids) {
        this.ids = ids;
    }

    Map<String, String> reasons() {
        return reasons;
    }

    /** Which of them are, as the set was resolved; those that were not before. */
    Map<String, String> compare(ActivationSet all, ActivationSet resolved) {
        Map<String, String> now = new TreeMap<>();
        for (Activation activation : all.activations()) {
            long id = activation.named() == null ? 0 : ids.applyAsLong(activation);
            if (id != 0) {
                resolved.activations().stream()
                        .filter(other -> other.list() == id)
                        .filter(other -> !other.equals(activation.on(activation.named(), id)))
                        .forEach(other -> now.put(activation.named().key(), reason(other)));
            }
        }
        Map<String, String> news = new TreeMap<>(now);
        news.entrySet().removeAll(reasons.entrySet());
        reasons = now;
        return news;
    }

    private static String reason(Activation other) {
        return "list "
                + other.list()
                + " is fed by audience "
                + other.audience()
                + " already; one list has one activation";
    }
}
