package io.rollcall.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What one row of the ledger has to tell another about a lead, since no bucket writes into another.
 * {@code to} is null where the row of the lead itself is told. {@code from} is the person who
 * claims, releases or forwards, or whom a grant names as the owner. {@code stamp} is an offset of
 * this topic: how far the writer had read, and in grants and forwards which grant it is about.
 * {@code people} also go by the lead. {@code record} is what an alias has heard: times and hashes,
 * never a mapped value.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record LeadNote(
        String to, String from, long lead, long stamp, List<String> people, byte[] record) {

    public LeadNote {
        people = people == null ? List.of() : people;
    }

    /** A claim or a release, for the row of the lead. */
    public static LeadNote toLead(String from, long lead, long stamp, List<String> people) {
        return new LeadNote(null, from, lead, stamp, people, null);
    }

    /**
     * Another name of a person whose lead nobody has found; {@code lostLead} is the one that
     * Marketo had and has no more, 0 for none.
     */
    public static LeadNote link(String to, String from, long lostLead) {
        return new LeadNote(to, from, lostLead, 0, List.of(), null);
    }

    /** The same, passed on to a person's row. */
    public LeadNote to(String person) {
        return new LeadNote(person, from, lead, stamp, people, record);
    }

    boolean understood() {
        return from != null && lead >= 0 && people.stream().allMatch(person -> person != null);
    }
}
