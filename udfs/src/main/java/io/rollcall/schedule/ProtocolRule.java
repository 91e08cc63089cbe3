package io.rollcall.schedule;

/**
 * The rules of DESIGN §3.2 that a simulation found necessary. Each can be switched off there, and
 * there alone, to show that people then end on the wrong list.
 */
public enum ProtocolRule {
    /** A call is sent only once its own announcement was read back. */
    ANNOUNCE_FIRST,
    /** While a call may run, nothing contrary is sent. */
    NO_CONTRARY_CALL,
    /** A call that perhaps ran leaves its members unknown. */
    PERHAPS_IS_UNKNOWN,
    /** Restored calls are never sent. */
    NEVER_SEND_RESTORED,
    /** Reports count whoever made the call. */
    REPORTS_ARE_FACTS,
    /** Of several people who go by one lead, one row decides for all. */
    ONE_OWNER,
    /** Who was removed while an accepted addition could still run is removed again afterwards. */
    REMOVE_AGAIN
}
