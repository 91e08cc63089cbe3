package io.rollcall.ledger;

import io.rollcall.event.Identity;
import io.rollcall.report.LeadNote;
import io.rollcall.report.Report;

/** Applies to a person's row what another row told it about their lead. */
final class OwnershipFacts {

    private final Notes notes;

    OwnershipFacts(Notes notes) {
        this.notes = notes;
    }

    /** Nobody is left of whom a note could tell: the lead is others'. */
    void decline(LedgerNote note, String person) {
        if (note.kind() == Report.Kind.GRANT || note.kind() == Report.Kind.FORWARD) {
            notes.release(note.instance(), person, note.note().lead(), note.offset());
        }
    }

    /** Whether there was anything to remember. */
    boolean apply(LedgerNote note, Said said) {
        InstanceRow row = said.row.instanceOrNew(note.instance());
        return switch (note.kind()) {
            case LINK -> linked(note, said);
            case GRANT -> granted(note, row, said);
            case FORWARD -> forwarded(note, row, said);
            case OTHERS_LEAD -> called(note.note(), row);
            default -> false;
        };
    }

    /** Another row took its further lead off a list, which is this person's own. */
    private static boolean called(LeadNote note, InstanceRow row) {
        boolean ours = row.lead == note.lead() && row.aliasOf == null && note.record() != null;
        if (ours) {
            Voice.decode(note.record()).lists().forEach(list -> list.applyTo(row));
            row.restate = true;
        }
        return ours;
    }

    /** The claim of the lead, now or later, will tell the other row of it. */
    private static boolean linked(LedgerNote note, Said said) {
        Identity name = Identity.ofKey(note.note().from());
        boolean news = Intake.identity(said.row, name, said.now) != Intake.Effect.NOTHING;
        InstanceRow row = said.row.instanceOrNew(note.instance());
        return row.heardLost(note.note().lead()) || news;
    }

    /** What Marketo said of this person's lead counts more than what another row believes. */
    private boolean granted(LedgerNote note, InstanceRow row, Said said) {
        LeadNote grant = note.note();
        boolean owner = grant.from().equals(said.person);
        if (row.lead == grant.lead()) {
            if (grant.stamp() <= row.grant) {
                return false;
            }
        } else if (owner || !mayTake(row, grant)) {
            notes.release(note.instance(), said.person, grant.lead(), note.offset());
            return !owner && rememberedName(note, row, said);
        } else {
            takeLead(note, row, said);
        }
        row.claimed = grant.lead();
        row.grant = grant.stamp();
        if (owner) {
            own(note, row, said);
        } else {
            become(grant, row, said);
        }
        return true;
    }

    /** Should this person's own lead be gone one day, that name leads to the other one. */
    private static boolean rememberedName(LedgerNote note, InstanceRow row, Said said) {
        boolean news = linked(note, said);
        if (news && row.claimed == row.lead) {
            row.namesClaimed = said.row.identities.size();
        }
        return news;
    }

    /** A further lead of one's own, named by a later call, may be all that a merge has left. */
    private static boolean mayTake(InstanceRow row, LeadNote grant) {
        if (row.erased.contains(grant.lead())) {
            return false;
        }
        boolean later = grant.stamp() > row.grant && grant.stamp() > row.sequence;
        return row.lead == 0 && row.lostLead != grant.lead()
                || row.lead != 0 && row.hearsay && grant.stamp() > row.grant
                || row.lead != 0 && later && row.others.contains(grant.lead());
    }

    /** So an exit under a name that was never looked up finds the lead all the same. */
    private void takeLead(LedgerNote note, InstanceRow row, Said said) {
        if (row.claimed != 0) {
            notes.release(note.instance(), said.person, row.claimed, note.offset());
        }
        LeadChange.toldOf(note, row, said);
        row.hearsay = true;
        row.namesClaimed = said.row.identities.size();
    }

    /** Whoever was an alias until now knows nothing of what the former owner did. */
    private static void own(LedgerNote note, InstanceRow row, Said said) {
        if (row.aliasOf != null) {
            row.aliasOf = null;
            LeadChange.doubtAll(note.offset(), row, said);
        }
        row.aliases.removeIf(alias -> !note.note().people().contains(alias.person()));
        row.restate = true;
    }

    private static void become(LeadNote grant, InstanceRow row, Said said) {
        said.count(LedgerMetric.ALIASES);
        row.aliasOf = grant.from();
        row.aliases.clear();
        row.forwarded = 0;
    }

    /** Whoever no longer goes by the lead says so again; then its row names another owner. */
    private boolean forwarded(LedgerNote note, InstanceRow row, Said said) {
        LeadNote forward = note.note();
        if (row.lead != forward.lead()) {
            notes.release(note.instance(), said.person, forward.lead(), note.offset());
            return false;
        }
        AliasRecord alias = row.alias(forward.from());
        boolean outdated = alias == null && forward.stamp() < row.grant;
        if (row.aliasOf != null || outdated || forward.record() == null) {
            return false;
        }
        if (alias == null) {
            alias = AliasRecord.of(forward.from());
            row.aliases.add(alias);
        }
        Voice voice = Voice.decode(forward.record());
        alias.merge(voice);
        voice.lists().forEach(list -> list.applyTo(row));
        row.restate = true;
        return true;
    }
}
