package io.rollcall.ledger;

/** What Marketo's answers say of one person on one list. Written in state by ordinal. */
enum Reported {
    /** Nothing was ever said of this person; the list's read decides. */
    NEVER,
    /**
     * Something may have happened: a call that perhaps ran, or a changed lead. Not the same as out.
     */
    UNKNOWN,
    IN,
    OUT
}
