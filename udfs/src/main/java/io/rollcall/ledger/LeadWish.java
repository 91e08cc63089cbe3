package io.rollcall.ledger;

import io.rollcall.pack.Hash64;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.Map;

/** Builds the one wish about a person's lead. */
final class LeadWish {

    /** Marketo's name for the lead id, where an update is sent by it. */
    static final String ID = "id";

    private LeadWish() {}

    /** 0 for nothing to write; never 0 otherwise. */
    static long hash(Map<String, String> values) {
        return Hash64.ofValues(values);
    }

    /** What an upsert asks for; never 0, since to create with no values is to ask as well. */
    static long askedHash(Map<String, String> values) {
        return values.isEmpty() ? 1 : hash(values);
    }

    /** The same of someone whom an import may put on a list, {@code onto}, in the same go. */
    static long askedHash(Map<String, String> values, long onto) {
        return askedHash(values) + onto;
    }

    /** Back from there to the values; 0 where none were written or nobody can tell which. */
    static long written(long asked, long onto) {
        long hash = asked == 0 ? 0 : asked - onto;
        return hash == 1 ? 0 : hash;
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
