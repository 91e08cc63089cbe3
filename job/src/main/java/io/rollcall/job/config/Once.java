package io.rollcall.job.config;

import java.util.HashMap;
import java.util.Map;

/** Refuses the second of what may stand only once, and says where the first is. */
final class Once<K> {

    private final Map<K, String> places = new HashMap<>();

    /** A key that is null has a fault of its own already. */
    void claim(K key, Section section, String name, String message) {
        if (key == null) {
            return;
        }
        String first = places.putIfAbsent(key, section.path());
        if (first != null) {
            section.fault(name, message.formatted(first));
        }
    }
}
