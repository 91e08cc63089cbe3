package io.rollcall.ledger;

import io.rollcall.activation.Instance;
import io.rollcall.event.Identity;
import io.rollcall.pack.Hash64;
import io.rollcall.report.LeadNote;
import io.rollcall.report.Report;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person's row has to say about whose lead it goes by (rule 3.1.7). It follows from the row
 * alone, at every judgement, so that nothing depends on a note that came late, twice or never. A
 * row acts as the owner until it is told otherwise: nobody waits for a grant.
 */
final class Ownership {

    private final Plan plan;
    private final Notes notes;

    Ownership(Plan plan, Notes notes) {
        this.plan = plan;
        this.notes = notes;
    }

    /** Who goes by another lead now, or by none, is nobody's alias and speaks for nobody else. */
    void leave(Said said, InstanceRow row) {
        if (row.claimed != 0 && row.claimed != row.lead) {
            release(said, row);
        }
    }

    /** A row that is about to be forgotten leaves all its leads to others. */
    void leaveAll(Said said) {
        for (InstanceRow row : said.row.instances) {
            if (row.claimed != 0) {
                release(said, row);
            }
        }
    }

    private void release(Said said, InstanceRow row) {
        notes.release(row.munchkinId, said.person, row.claimed, stamp(said, row));
        row.disown();
    }

    /** Whose lead is about to be deleted has nothing to say about it. */
    void speak(Said said, Instance instance, InstanceRow row) {
        if (said.row.forgetting) {
            return;
        }
        boolean news = newsForTheLead(said.row, row);
        if (!news && row.aliasOf == null) {
            return;
        }
        boolean voiced = Voice.speaks(plan, instance, said.row);
        boolean speaks =
                voiced
                        || said.row.identities.size() > 1
                        || new Strangers(plan, said, instance).answersFor(row);
        if (news && speaks && row.lead != 0) {
            claim(said, row);
        } else if (news && voiced && row.wish == null) {
            link(said, row);
        }
        if (row.aliasOf != null) {
            forward(said, row, Voice.of(plan, instance, said.row));
        }
    }

    private static boolean newsForTheLead(Row row, InstanceRow at) {
        return at.claimed != at.lead
                || at.namesClaimed != row.identities.size()
                || !at.leadsNames.isEmpty();
    }

    private void claim(Said said, InstanceRow row) {
        Set<String> names = new LinkedHashSet<>();
        said.row.identities.forEach(known -> names.add(known.identity().key()));
        row.leadsNames.stream().map(Identity::key).forEach(names::add);
        names.remove(said.person);
        LeadNote note =
                LeadNote.toLead(said.person, row.lead, stamp(said, row), List.copyOf(names));
        notes.write(Report.Kind.CLAIM, row.munchkinId, note);
        row.claimed = row.lead;
        row.namesClaimed = said.row.identities.size();
        row.leadsNames = List.of();
    }

    /** Nobody is looking for the lead, but under another name it may be known. */
    private void link(Said said, InstanceRow row) {
        for (Row.Known known : said.row.identities) {
            String name = known.identity().key();
            if (!name.equals(said.person)) {
                LeadNote note = LeadNote.link(name, said.person, row.lostLead);
                notes.write(Report.Kind.LINK, row.munchkinId, note);
            }
        }
        row.namesClaimed = said.row.identities.size();
    }

    private void forward(Said said, InstanceRow row, Voice voice) {
        byte[] bytes = voice.encode();
        long hash = Hash64.of(bytes);
        if (hash != row.forwarded && (voice.speaks() || !voice.lists().isEmpty())) {
            row.forwarded = hash;
            said.count(LedgerMetric.FORWARDED);
            notes.write(
                    Report.Kind.FORWARD,
                    row.munchkinId,
                    new LeadNote(row.aliasOf, said.person, row.lead, row.grant, List.of(), bytes));
        }
    }

    /** How far the reports had been read. */
    private static long stamp(Said said, InstanceRow row) {
        return Math.max(0, said.row.readTo.getOrDefault(row.munchkinId, 0L));
    }
}
