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

    private final Plan plan;
    private final Notes notes;

    Owners(Plan plan, Notes notes) {
        this.plan = plan;
        this.notes = notes;
    }

    void take(LedgerNote note, Rows rows) {
        OwnerRow row = OwnerRow.decode(rows.get(note.rowKey()));
        switch (note.kind()) {
            case CLAIM -> claim(note, row);
            case RELEASE -> release(note, row);
            case OTHERS_LEAD -> passOn(note, row);
            default -> {}
        }
        put(note.rowKey(), row, rows);
    }

    private static void put(String key, OwnerRow row, Rows rows) {
        if (row.isEmpty()) {
            rows.remove(key);
        } else {
            rows.put(key, row.encode());
        }
    }

    /** What a newer read of the list has overtaken need not be told to whoever comes one day. */
    void sweep(String key, Rows rows) {
        byte[] stored = rows.get(key);
        if (OwnerRow.hasOwner(stored)) {
            return;
        }
        OwnerRow row = OwnerRow.decode(stored);
        String instance = OwnerRow.instance(key);
        if (row.unheard.removeIf(fact -> plan.hasReadSince(instance, fact))) {
            put(key, row, rows);
        }
    }

    /** The claimer is told again who owns it even if that is no news: a grant may have got lost. */
    private void claim(LedgerNote note, OwnerRow row) {
        LeadNote claim = note.note();
        List<String> toTell = new ArrayList<>();
        boolean news = row.add(claim.from(), claim.stamp());
        tellUnheard(note, row);
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

    /** Who is not known to go by the lead may still believe what was read of it. */
    private void passOn(LedgerNote note, OwnerRow row) {
        LeadNote called = note.note();
        if (called.record() == null) {
            return;
        }
        if (row.isNobodys()) {
            row.unheard.addAll(Voice.decode(called.record()).lists());
        } else if (!row.owner().equals(called.from())) {
            notes.write(note.kind(), note.instance(), called.to(row.owner()));
        }
    }

    private void tellUnheard(LedgerNote claim, OwnerRow row) {
        if (!row.unheard.isEmpty()) {
            LeadNote by = claim.note();
            notes.othersLead(claim.instance(), by.lead(), row.owner(), List.copyOf(row.unheard));
            row.unheard.clear();
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
