package io.rollcall.report;

/** What an announcement or an end says of one member of a call. */
public enum MemberStatus {
    /** Announced; its wish may still change before the release. */
    CANDIDATE,
    /** Sent, with no answer about it: the call's verdict says what that means. */
    SENT,
    /** Announced but not sent: its wish changed. */
    LEFT_OUT,
    /** Look-up: found, {@code lead} is the chosen one. */
    FOUND,
    /** Look-up: a complete answer did not hold it. */
    NOT_FOUND,
    /** Look-up: the answer was not complete; ask again in a smaller call. */
    UNDECIDED,
    /** Upsert: a new lead. */
    CREATED,
    /** Upsert: an existing lead. */
    UPDATED,
    /** Add: on the list now. */
    ADDED,
    /** Remove: off the list now. */
    REMOVED,
    /** Refused for this member alone, see its code. */
    SKIPPED,
    /** List read: the lead is on the list. */
    PRESENT,
    /** Delete: the lead is gone, and off every list. */
    DELETED,
    /** Ingest: taken, and to be carried out within hours, perhaps more than once. */
    ACCEPTED
}
