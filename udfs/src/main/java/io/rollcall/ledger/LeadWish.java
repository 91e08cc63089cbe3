package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.event.Identity;
import io.rollcall.pack.Hash64;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.Map;
import java.util.TreeMap;

/** Builds the one wish about a person's lead. */
final class LeadWish {

    private LeadWish() {}

    /** The identity to look up: the preferred one that has a searchable field here, or null. */
    static Identity identity(Row row, Instance instance, LedgerSettings settings) {
        for (String namespace : settings.identities()) {
            if (field(instance, namespace) == null) {
                continue;
            }
            for (Row.Known known : row.identities) {
                if (known.identity().namespace().equals(namespace)) {
                    return known.identity();
                }
            }
        }
        return null;
    }

    static String field(Instance instance, String namespace) {
        for (Instance.Lookup lookup : instance.lookup()) {
            if (lookup.namespace().equals(namespace)) {
                return lookup.field();
            }
        }
        return null;
    }

    /** The Marketo fields that the row's attributes feed; null clears a field. */
    static Map<String, String> values(Row row, Instance instance) {
        Map<String, String> values = new TreeMap<>();
        for (Instance.Mapping mapping : instance.mapping()) {
            var attribute = row.attribute(mapping.source());
            if (attribute != null) {
                values.put(mapping.target(), attribute.value());
            }
        }
        return values;
    }

    /** 0 for nothing to write; never 0 otherwise. */
    static long hash(Map<String, String> values) {
        return values.isEmpty() ? 0 : Hash64.of(values.toString()) | 1;
    }

    static Wish withdrawal(String person, InstanceRow instance) {
        return new Wish(
                Wish.Kind.NO_LEAD_WISH,
                instance.munchkinId,
                person,
                0,
                0,
                Lane.UNMATCHED,
                0,
                instance.seen,
                null,
                null,
                Map.of());
    }
}
