package io.rollcall.ledger;

import io.rollcall.event.Identity;
import io.rollcall.wish.Lane;
import io.rollcall.wish.Wish;
import java.util.ArrayList;
import java.util.List;

/** One person at one instance: the lead, the wish that is out about it, and the lists. */
final class InstanceRow {

    final String munchkinId;
    LeadState state = LeadState.NONE;
    long lead;
    List<Long> others = new ArrayList<>();

    /** The id that was last forgotten on a 1004; a second 1004 on it is a rejection. */
    long lostLead;

    long deletedAt;
    String refusal;
    long refusedAt;
    int tries;
    long nextAt;

    /** Sequence of the call that decided the lead, and the newest report applied. */
    long sequence = -1;

    long seen = -1;

    /** Offset of the report that changed the lead id or lost it, -1 if none did. */
    long changed = -1;

    /** Hash of the mapped values Marketo holds. */
    long valuesHash;

    /** Hash of what is asked for, 0 for nothing, and whether two different things were. */
    long wishedHash;

    boolean wishedTwice;

    /** The wish that is out, null for none, and the newest end that was known when it went out. */
    Wish.Kind wish;

    Lane lane;
    long asOf = -1;

    /** Whether the lead carries Marketo's own "unsubscribed", where that is respected. */
    boolean unsubscribed;

    /**
     * Hash of the identity under which an import created or matched a lead that nobody has named
     * since, 0 for none: what is reported of such a list is of that lead.
     */
    long importedAs;

    /** Whether it is proven that the import ran. */
    boolean importProven;

    /** Hashes of the identities that were looked up in vain. */
    final List<Long> inVain = new ArrayList<>();

    /** Whether this judgement learned of another lead id, which the memberships topic tells. */
    boolean leadNews;

    /** The person who owns this lead, null while nobody else is known to. */
    String aliasOf;

    /** Leads deleted at the person's request: what is still heard of them is from before. */
    final List<Long> erased = new ArrayList<>();

    /** Whether Marketo was asked for the lead's names since the person asked to be forgotten. */
    boolean askedNames;

    /** The lead that was claimed, 0 for none, and how many names of this person the claim told. */
    long claimed;

    int namesClaimed;

    /** Stamp of the newest grant that was heeded, -1 for none: older ones are void. */
    long grant = -1;

    /** Whether the lead is known from another row alone, not from Marketo. */
    boolean hearsay;

    /** Hash of what was last forwarded to the owner, 0 for nothing. */
    long forwarded;

    /** The others who go by this lead, where this row owns it. */
    final List<AliasRecord> aliases = new ArrayList<>();

    /** The names that Marketo's answer gave the lead, and whether wishes are to be stated again. */
    List<Identity> leadsNames = List.of();

    boolean restate;

    /** Whether a page has just named the lead, and by this name before all others. */
    boolean isFirstName;

    final List<ListRow> lists = new ArrayList<>();

    /** Of the list found last. */
    private int place;

    byte[] trailing = {};

    InstanceRow(String munchkinId) {
        this.munchkinId = munchkinId;
    }

    /** Looked up in vain: whoever is nobody in Marketo is on no list either. */
    boolean isNobody() {
        return lead == 0 && (state == LeadState.UNMATCHED || state == LeadState.DELETED);
    }

    boolean wasNeverAsked() {
        return lead == 0 && state == LeadState.NONE && !wasLost();
    }

    /** Marketo once had this person, so creating them again is not ours to do. */
    boolean wasLost() {
        return lead == 0 && lostLead != 0;
    }

    /**
     * Under another name of this person Marketo had a lead and has it no more: whoever was erased
     * does not come back under this one. Answers whether that is news.
     */
    boolean heardLost(long elsewhere) {
        if (elsewhere == 0 || lead != 0 || lostLead != 0 || erased.contains(elsewhere)) {
            return false;
        }
        lostLead = elsewhere;
        state = LeadState.LOST;
        inVain.clear();
        return true;
    }

    /** The next assertion is there: what was refused may be tried again. */
    void forgive() {
        refusedAt = 0;
        refusal = null;
        if (state == LeadState.REJECTED) {
            state = wasLost() ? LeadState.LOST : LeadState.NONE;
        }
    }

    /** Whether others go by this lead. */
    boolean isShared() {
        return aliasOf != null || !aliases.isEmpty();
    }

    AliasRecord alias(String person) {
        for (AliasRecord alias : aliases) {
            if (alias.person().equals(person)) {
                return alias;
            }
        }
        return null;
    }

    /** The lead that was claimed is no longer this person's. */
    void disown() {
        claimed = 0;
        namesClaimed = 0;
        aliasOf = null;
        forwarded = 0;
        aliases.clear();
    }

    void unwished() {
        wish = null;
        lane = null;
        asOf = -1;
    }

    boolean wasRefused() {
        return refusal != null || lists.stream().anyMatch(list -> list.refusal != null);
    }

    /**
     * Sought behind the one found last, round and round: whoever goes through the activations asks
     * for the lists in the order in which they stand, or nearly so.
     */
    ListRow list(long list) {
        for (int left = lists.size(); left > 0; left--) {
            place = place < lists.size() ? place : 0;
            ListRow row = lists.get(place);
            if (row.list == list) {
                return row;
            }
            place++;
        }
        return null;
    }

    ListRow listOrNew(long list) {
        ListRow found = list(list);
        if (found == null) {
            found = new ListRow(list);
            found.seen = seen;
            lists.add(found);
        }
        return found;
    }
}
