package io.rollcall.ledger;

/** What is known of a person's lead at one instance. Written in state by ordinal: append only. */
enum LeadState {
    /** Nobody has asked yet. */
    NONE,
    KNOWN,
    /** A complete answer held no such lead. */
    UNMATCHED,
    /** Marketo no longer knew the id: look up, never create. */
    LOST,
    /** Lost, and looked up in vain: erased in Marketo, and to stay so. */
    DELETED,
    /** Marketo refused the person as a lead. */
    REJECTED,
    /** Several leads match; a look-up lets the duplicate policy choose. */
    AMBIGUOUS
}
