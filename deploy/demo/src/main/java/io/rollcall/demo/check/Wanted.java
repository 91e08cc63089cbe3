package io.rollcall.demo.check;

/** What should be true of a person and a list. */
public enum Wanted {
    /** Nobody has said anything: whoever is on the list by other ways stays. */
    NOTHING_SAID,
    IN,
    OUT,
    /** Consent keeps them off. */
    REFUSED,
    /** Left the audience of a list that only takes people on: whoever got there in time stays. */
    MAY_STAY
}
