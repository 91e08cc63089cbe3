package io.rollcall.ledger;

/** What the newest claim, consent and schedule say should be. */
enum Desired {
    /** Nothing was ever said: strangers on a list stay. */
    NONE,
    IN,
    OUT
}
