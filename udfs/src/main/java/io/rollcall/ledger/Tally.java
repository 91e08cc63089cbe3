package io.rollcall.ledger;

/** What a sweep counts people as, by activation, and the metric that shows it. */
public enum Tally {
    /** Everybody whom the audience named, or whom the list holds. */
    RECEIVED(LedgerMetric.PEOPLE_RECEIVED),
    IN_AUDIENCE(LedgerMetric.PEOPLE_IN_AUDIENCE),
    ON_LIST(LedgerMetric.PEOPLE_ON_LIST),
    /** Where they should be. */
    ACTIVATED(LedgerMetric.PEOPLE_ACTIVATED),
    EXCLUDED(LedgerMetric.PEOPLE_EXCLUDED),
    UNMATCHED(LedgerMetric.PEOPLE_UNMATCHED),
    FAILED(LedgerMetric.PEOPLE_FAILED),
    WAITING(LedgerMetric.PEOPLE_WAITING),
    NOT_REPORTED(LedgerMetric.PEOPLE_NOT_REPORTED),
    UNKNOWN(LedgerMetric.PEOPLE_UNKNOWN);

    private final LedgerMetric metric;

    Tally(LedgerMetric metric) {
        this.metric = metric;
    }

    LedgerMetric metric() {
        return metric;
    }

    /** Of where a person stands, the one that fits. */
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
