package io.rollcall.wish;

import java.util.Map;

/**
 * What the ledger wants of Marketo for one person; the newest replaces the one before. List wishes
 * are keyed by (list, lead), lead wishes by person.
 *
 * <p>{@code asOf} is the offset of the newest report the ledger had seen of this matter: only a
 * report behind it can settle the wish. {@code assertedAt} (epoch ms) decides between two people
 * who share a lead. {@code values} are the Marketo fields an upsert writes.
 */
public record Wish(
        Kind kind,
        String instance,
        String person,
        long list,
        long lead,
        Lane lane,
        long assertedAt,
        long asOf,
        String field,
        String value,
        Map<String, String> values) {

    /** Written in state by ordinal: append only. */
    public enum Kind {
        ADD,
        REMOVE,
        /** Withdraws the list wish. */
        NO_LIST_WISH,
        LOOKUP,
        /** Create the lead, or update the one that matches. */
        UPSERT,
        /** Update the known lead. */
        UPDATE,
        /** Withdraws the lead wish. */
        NO_LEAD_WISH,
        /** Delete the lead of a person who asked to be forgotten. */
        DELETE;

        public boolean aboutList() {
            return this == ADD || this == REMOVE || this == NO_LIST_WISH;
        }

        public boolean withdraws() {
            return this == NO_LIST_WISH || this == NO_LEAD_WISH;
        }
    }

    /** The key a wish is held under at its instance. */
    public String key() {
        return kind.aboutList() ? listKey(list, lead) : leadKey(person);
    }

    public static String listKey(long list, long lead) {
        return "L" + list + "/" + lead;
    }

    public static String leadKey(String person) {
        return "P" + person;
    }
}
