package io.rollcall.marketo;

/** What may be done next after an error. The scheduler acts on it, or the ledger for one member. */
public enum Reaction {
    /** Send again: the caller fetches a new access token by itself. */
    NEW_TOKEN,
    /** Pause the instance if everything ends so, stop the activation if only one list does. */
    ACCESS,
    /** Send nothing for the rest of the 20 s window, then more slowly. */
    COOL_DOWN,
    /** Send again with fewer calls in flight. */
    FEWER_IN_FLIGHT,
    /** Send nothing until the daily quota is reset, at midnight in America/Chicago. */
    UNTIL_RESET,
    /** Send again after a growing, jittered, capped delay; the same for hours: hold and alert. */
    RETRY,
    /** Nothing matched: every value looked up is not found. */
    NOBODY_FOUND,
    /** Stop the activation, look now and then whether the list is back. */
    LIST_GONE,
    /** Halve the call, since one of its members is at fault; if both halves fail alike: hold. */
    SPLIT,
    /** Member: forget the lead id, if it is still the current one, and look up only. */
    LEAD_GONE,
    /** Member: off the list, as a removal wants it. */
    NOT_ON_LIST,
    /** Member: several leads match, the duplicate policy chooses. */
    AMBIGUOUS,
    /** Member: final until the next assertion; for a removal never final. */
    REJECTED,
    /** Member: send again after a growing delay, others are not affected. */
    RETRY_MEMBER
}
