package io.rollcall.sandbox.marketo;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds lead ids by the value of a searchable field, in any case. Small: there may be millions. */
final class LeadIndex {
    private final Set<String> fields;
    private final Map<String, Map<String, int[]>> ids = new HashMap<>();

    LeadIndex(Collection<Field> all) {
        fields =
                all.stream()
                        .filter(field -> field.searchable() && field.updateable())
                        .map(Field::name)
                        .collect(Collectors.toSet());
        fields.forEach(field -> ids.put(field, new HashMap<>()));
    }

    void add(Lead lead) {
        each(lead, (ofField, key) -> ofField.merge(key, new int[] {(int) lead.id()}, this::joined));
    }

    void remove(Lead lead) {
        each(
                lead,
                (ofField, key) ->
                        ofField.computeIfPresent(key, (k, old) -> without(old, (int) lead.id())));
    }

    List<Long> find(String field, String value) {
        int[] found = ids.get(field).getOrDefault(key(value), new int[0]);
        return IntStream.of(found).asLongStream().boxed().toList();
    }

    /** Values of a field that several leads have, with the ids. */
    Map<String, int[]> shared(String field) {
        return ids.get(field).entrySet().stream()
                .filter(entry -> entry.getValue().length > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private interface Change {
        void on(Map<String, int[]> ofField, String key);
    }

    private void each(Lead lead, Change change) {
        for (String field : fields) {
            Object value = lead.values().get(field);
            if (value != null) {
                change.on(ids.get(field), key(value));
            }
        }
    }

    private static String key(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private int[] joined(int[] old, int[] added) {
        int[] both = Arrays.copyOf(old, old.length + 1);
        both[old.length] = added[0];
        return both;
    }

    private static int[] without(int[] old, int id) {
        int[] rest = IntStream.of(old).filter(each -> each != id).toArray();
        return rest.length == 0 ? null : rest;
    }
}
