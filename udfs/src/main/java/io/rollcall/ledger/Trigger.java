package io.rollcall.ledger;

import io.rollcall.wish.Lane;

/** What made the ledger look at a person; it ranks the additions that follow. */
enum Trigger {
    EVENT(Lane.ADDITIONS),
    REPORT(Lane.ADDITIONS),
    /** A snapshot has ended: whoever it did not name leaves, all of them at once. */
    SNAPSHOT(Lane.ADDITIONS),
    /** A page of a list: it names many at once. */
    PAGE(Lane.ADDITIONS),
    /** Time or configuration: nobody is waiting at a door. */
    SWEEP(Lane.BACKFILL);

    final Lane additions;

    Trigger(Lane additions) {
        this.additions = additions;
    }
}
