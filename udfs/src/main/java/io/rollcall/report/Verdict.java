package io.rollcall.report;

/** Whether a call was carried out by Marketo. */
public enum Verdict {
    /** It was: the members' statuses say what became of each. */
    DONE,
    /** It was not, and never will be. */
    NOT_DONE,
    /** Nobody knows, and it may still run for its endpoint's time-out. */
    PERHAPS
}
