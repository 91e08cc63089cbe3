package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.pack.Hash64;
import io.rollcall.report.Member;
import java.util.ArrayList;
import java.util.List;

/** A searchable field of an instance and the value a person may be found under there. */
record LookupKey(String field, String value) {

    private static final long HASH = 0xFFFFFFFFL;

    /** All that a row can be looked up by, in order of preference. */
    static List<LookupKey> searchable(Row row, Instance instance, LedgerSettings settings) {
        return all(row, instance, settings).stream().filter(LookupKey::isSearchable).toList();
    }

    static List<LookupKey> all(Row row, Instance instance, LedgerSettings settings) {
        List<LookupKey> keys = new ArrayList<>(2);
        for (String namespace : settings.identities()) {
            String field = field(instance, namespace);
            for (Row.Known known : row.identities) {
                boolean forgets = !row.forgetting || known.at() <= row.forgottenAt;
                if (field != null && forgets && known.identity().namespace().equals(namespace)) {
                    keys.add(new LookupKey(field, known.identity().value()));
                }
            }
        }
        return keys;
    }

    private static String field(Instance instance, String namespace) {
        for (Instance.Lookup lookup : instance.lookup()) {
            if (lookup.namespace().equals(namespace)) {
                return lookup.field();
            }
        }
        return null;
    }

    /** A comma would divide the value in two. */
    private boolean isSearchable() {
        return value.indexOf(',') < 0;
    }

    /** Never 0. */
    long hash() {
        return Hash64.of(field + "=" + value) & HASH | 1;
    }

    /** The same of what a call looked a member up by; 0 where nothing was. */
    static long hash(Member member) {
        return member.valueHash() & HASH;
    }
}
