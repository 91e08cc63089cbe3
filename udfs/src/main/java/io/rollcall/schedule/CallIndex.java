package io.rollcall.schedule;

import io.rollcall.pack.Hash64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls by the keys of their members. An import alone has two hundred thousand, nearly each of them
 * in one call: so by their hashes, which bar a wish in vain when two are alike, once in an age.
 */
final class CallIndex {

    private final Map<Long, OpenCall> first = new HashMap<>();
    private final Map<Long, List<OpenCall>> more = new HashMap<>();

    void add(String key, OpenCall call) {
        long hash = Hash64.of(key);
        if (first.putIfAbsent(hash, call) != null) {
            more.computeIfAbsent(hash, any -> new ArrayList<>(2)).add(call);
        }
    }

    void remove(String key, OpenCall call) {
        long hash = Hash64.of(key);
        List<OpenCall> others = more.get(hash);
        if (others != null && others.remove(call)) {
            if (others.isEmpty()) {
                more.remove(hash);
            }
        } else if (first.get(hash) == call) {
            first.remove(hash);
            if (others != null) {
                first.put(hash, others.remove(0));
                more.computeIfPresent(hash, (any, left) -> left.isEmpty() ? null : left);
            }
        }
    }

    /** In the order in which they were added. */
    List<OpenCall> of(String key) {
        long hash = Hash64.of(key);
        OpenCall one = first.get(hash);
        List<OpenCall> others = more.get(hash);
        if (others == null) {
            return one == null ? List.of() : List.of(one);
        }
        List<OpenCall> all = new ArrayList<>(List.of(one));
        all.addAll(others);
        return all;
    }
}
