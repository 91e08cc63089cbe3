package io.rollcall.ledger;

/** What the ledger counts; the names are the metrics' names. */
public enum LedgerCount {
    /** An assertion that changed what is desired. */
    NEW,
    /** An assertion that changed nothing. */
    REPEAT,
    /** An assertion older than what is stored. */
    LATE,
    /** An assertion for an audience that no activation names. */
    UNMAPPED,
    /** An assertion beyond the thousand audiences of one person. */
    TOO_MANY_AUDIENCES,
    /** Requests to be forgotten. */
    FORGET_REQUESTS,
    /** People of whom no more than a stone is left. */
    FORGOTTEN,
    /** Assertions older than the request of someone who was forgotten. */
    FORGOTTEN_SAID_AGAIN,
    WISHES,
    /** Wishes replaced or withdrawn before a call settled them. */
    SUPERSEDED,
    /** Reports that left a list unknown. */
    BECAME_UNKNOWN,
    /** Reports about an instance that is no longer configured. */
    UNKNOWN_INSTANCE,
    /** People whose lead another person was found to go by first. */
    ALIASES,
    /** What an alias had to say, sent on to the owner of its lead. */
    FORWARDED,
    /** Lead ids that Marketo no longer knew. */
    LEADS_LOST,
    UNMATCHED,
    REJECTED,
    EXCLUDED,
    /** Attributes that their field does not take. */
    VALUES_REFUSED,
    /** Rows that time to live removed. */
    EXPIRED,
    /** Rows written. */
    WRITTEN
}
