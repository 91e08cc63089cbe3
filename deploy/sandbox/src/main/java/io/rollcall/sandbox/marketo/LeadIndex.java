package io.rollcall.sandbox.marketo;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds lead ids by the value of a searchable field, in any case. Small: there may be millions. */
final class LeadIndex {
    private final Set<String> fields;
    private final Map<String, Map<String, int[]>> ids = new HashMap<>();
    private final Map<String, Set<String>> shared = new HashMap<>();

    LeadIndex(Collection<Field> all) {
        fields =
                all.stream()
                        .filter(field -> field.searchable() && field.updateable())
                        .map(Field::name)
                        .collect(Collectors.toSet());
        fields.forEach(field -> ids.put(field, new HashMap<>()));
        fields.forEach(field -> shared.put(field, new HashSet<>()));
    }

    void add(Lead lead) {
        each(
                lead,
                (field, key) -> {
                    int[] one = {(int) lead.id()};
                    noteShared(field, key, ids.get(field).merge(key, one, LeadIndex::joined));
                });
    }

    void remove(Lead lead) {
        each(
                lead,
                (field, key) -> {
                    int[] rest = without(ids.get(field).get(key), (int) lead.id());
                    noteShared(field, key, rest);
                    ids.get(field).put(key, rest);
                    if (rest.length == 0) {
                        ids.get(field).remove(key);
                    }
                });
    }

    private void noteShared(String field, String key, int[] leads) {
        if (leads.length > 1) {
            shared.get(field).add(key);
        } else {
            shared.get(field).remove(key);
        }
    }

    List<Long> find(String field, String value) {
        int[] found = ids.get(field).getOrDefault(key(value), new int[0]);
        return IntStream.of(found).asLongStream().boxed().toList();
    }

    /** Values of a field that several leads have, with the ids. */
    Map<String, int[]> shared(String field) {
        Map<String, int[]> found = new TreeMap<>();
        shared.get(field).forEach(key -> found.put(key, ids.get(field).get(key)));
        return found;
    }

    private void each(Lead lead, BiConsumer<String, String> change) {
        for (String field : fields) {
            Object value = lead.values().get(field);
            if (value != null) {
                change.accept(field, key(value));
            }
        }
    }

    private static String key(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private static int[] joined(int[] old, int[] added) {
        int[] both = Arrays.copyOf(old, old.length + 1);
        both[old.length] = added[0];
        return both;
    }

    private static int[] without(int[] old, int id) {
        return IntStream.of(old).filter(each -> each != id).toArray();
    }
}
