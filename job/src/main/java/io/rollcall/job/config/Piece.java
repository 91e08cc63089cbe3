package io.rollcall.job.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A piece of the YAML and where it stands. Asked for a shape that it has not, it says so in the
 * faults and answers with nothing.
 */
record Piece(String path, Object raw, Faults faults) {

    boolean absent() {
        return raw == null;
    }

    /** An empty list says as much as no list. */
    boolean saysNothing() {
        return absent() || (raw instanceof List<?> list && list.isEmpty());
    }

    boolean holdsNothing() {
        return saysNothing() || (raw instanceof Map<?, ?> map && map.isEmpty());
    }

    void fault(String message) {
        faults.add(path, message);
    }

    Piece at(String key, Object value) {
        return new Piece(path.isEmpty() ? key : path + "." + key, value, faults);
    }

    Map<String, Piece> entries() {
        Map<String, Piece> entries = new LinkedHashMap<>();
        if (raw instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entry(entries, key, value));
        } else if (!absent()) {
            fault("this is not keys and values; write key: value below it, indented");
        }
        return entries;
    }

    private void entry(Map<String, Piece> entries, Object key, Object value) {
        if (key instanceof String name && !name.isBlank()) {
            entries.put(name, at(name, value));
        } else {
            fault("a key here is empty or is not a word");
        }
    }

    List<Piece> items() {
        if (raw instanceof List<?> list) {
            return IntStream.range(0, list.size())
                    .mapToObj(i -> new Piece(path + "[" + i + "]", list.get(i), faults))
                    .toList();
        }
        if (!absent()) {
            fault("this is not a list; write each item on its own line after a dash");
        }
        return List.of();
    }

    /** The text, or null if there is none or none that the rule accepts. */
    String text(Rule rule) {
        if (absent()) {
            return null;
        }
        if (raw instanceof String text) {
            return rule.vet(path, text.trim(), faults) ? text.trim() : null;
        }
        fault("this is not a single value; write " + rule.required());
        return null;
    }
}
