package io.rollcall.ledger;

/** Enters what one row has to tell another: of leads they share, and of being forgotten. */
final class NoteEntry {

    private final Owners owners;
    private final OwnershipFacts ownershipFacts;
    private final Forgetting forgetting;
    private final Stones stones;
    private final Docket docket;

    NoteEntry(Owners owners, OwnershipFacts facts, Docket.Leaving leaving, Docket docket) {
        this.owners = owners;
        this.ownershipFacts = facts;
        this.forgetting = leaving.forgetting();
        this.stones = leaving.stones();
        this.docket = docket;
    }

    void take(LedgerNote note, Rows rows) {
        docket.readTo(note.instance(), note.offset());
        if (note.isForLead()) {
            owners.take(note, rows);
        } else {
            tell(note, rows);
        }
    }

    private void tell(LedgerNote note, Rows rows) {
        String person = note.rowKey();
        byte[] stored = rows.get(person);
        Row row = docket.begin(person, stored, rows);
        stones.answer(note, person, row);
        if (row.forgetting || stored == null && row.forgottenAt != 0) {
            ownershipFacts.decline(note, person);
            return;
        }
        Said said = docket.said(person, row);
        if (ownershipFacts.apply(note, said)) {
            docket.decide(said, Trigger.REPORT, rows);
        }
    }

    /** Of whom this says that they are to be forgotten, if anybody of this bucket. */
    void take(Stone stone, Rows rows) {
        String person = stones.arrived(stone, rows);
        if (person == null) {
            return;
        }
        Row row = docket.row(person, rows.get(person));
        forgetting.begin(person, row, stone, rows);
        Said said = docket.said(person, row);
        if (stone.lead() != 0) {
            LeadChange.erased(stone, row.instanceOrNew(stone.instance()), said);
        }
        docket.decide(said, Trigger.EVENT, rows);
    }
}
