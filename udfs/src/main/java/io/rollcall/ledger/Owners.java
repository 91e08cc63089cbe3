package io.rollcall.ledger;

import io.rollcall.report.LeadNote;
import io.rollcall.report.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides who owns a lead: whoever claimed it first and still goes by it. All of it follows from
 * notes in one order, so whoever reads them again comes to the same.
 */
final class Owners {

    private final Notes notes;

    Owners(Notes notes) {
        this.notes = notes;
    }

    void take(LedgerNote note, Rows rows) {
        OwnerRow row = OwnerRow.decode(rows.get(note.rowKey()));
        if (note.kind() == Report.Kind.CLAIM) {
            claim(note, row);
        } else {
            release(note, row);
        }
        if (row.members.isEmpty()) {
            rows.remove(note.rowKey());
        } else {
            rows.put(note.rowKey(), row.encode());
        }
    }

    /** The claimer is told again who owns it even if that is no news: a grant may have got lost. */
    private void claim(LedgerNote note, OwnerRow row) {
        LeadNote claim = note.note();
        List<String> toTell = new ArrayList<>();
        boolean news = row.add(claim.from(), claim.stamp());
        toTell.add(claim.from());
        for (String person : claim.people()) {
            if (row.name(person, claim.stamp(), note.offset())) {
                news = true;
                toTell.add(person);
            }
        }
        if (news) {
            row.version = note.offset();
        }
        toTell.stream()
                .filter(person -> !person.equals(row.owner()))
                .forEach(person -> grant(note, row, person));
    }

    private void release(LedgerNote note, OwnerRow row) {
        if (row.remove(note.note().from(), note.note().stamp())) {
            row.version = note.offset();
            row.people().forEach(person -> grant(note, row, person));
        }
    }

    /** Only the owner needs to know who else there is. */
    private void grant(LedgerNote cause, OwnerRow row, String person) {
        List<String> others = person.equals(row.owner()) ? row.people() : List.of();
        long lead = cause.note().lead();
        notes.write(
                Report.Kind.GRANT,
                cause.instance(),
                new LeadNote(person, row.owner(), lead, row.version, others, null));
    }
}
