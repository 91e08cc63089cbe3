package io.rollcall.ledger;

/** What a sweep counts people as, by activation; the names are the metrics' names. */
public enum Tally {
    /** Everybody whom the audience named, or whom the list holds. */
    RECEIVED,
    IN_AUDIENCE,
    ON_LIST,
    /** Where they should be. */
    ACTIVATED,
    EXCLUDED,
    UNMATCHED,
    FAILED,
    WAITING;

    /** The one of the last five that fits. */
    static Tally of(Standing standing) {
        return switch (standing) {
            case SETTLED -> ACTIVATED;
            case NO_CONSENT, LEAD_DELETED, NO_IDENTITY -> EXCLUDED;
            case UNMATCHED -> UNMATCHED;
            case REJECTED -> FAILED;
            default -> WAITING;
        };
    }
}
