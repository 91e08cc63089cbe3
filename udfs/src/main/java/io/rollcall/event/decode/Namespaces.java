package io.rollcall.event.decode;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The identity namespaces that name a person, in the order of preference; matched in any case. */
final class Namespaces implements Serializable {

    private final String[] names;
    private final Map<String, Integer> ranks = new HashMap<>();

    Namespaces(List<String> preferred) {
        names = preferred.stream().map(Namespaces::canonical).distinct().toArray(String[]::new);
        for (int rank = 0; rank < names.length; rank++) {
            ranks.put(names[rank], rank);
        }
    }

    static String canonical(String namespace) {
        return namespace.trim().toLowerCase(Locale.ROOT);
    }

    int count() {
        return names.length;
    }

    String name(int rank) {
        return names[rank];
    }

    /** Null for a namespace that names nobody here. */
    Integer rank(String namespace) {
        Integer exact = ranks.get(namespace);
        return exact == null ? ranks.get(canonical(namespace)) : exact;
    }
}
