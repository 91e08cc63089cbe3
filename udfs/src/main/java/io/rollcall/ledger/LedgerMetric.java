package io.rollcall.ledger;

import static io.rollcall.metric.MetricSpec.ACTIVATION;
import static io.rollcall.metric.MetricSpec.counter;
import static io.rollcall.metric.MetricSpec.gauge;
import static io.rollcall.metric.MetricSpec.histogram;

import io.rollcall.metric.Metric;
import io.rollcall.metric.MetricSpec;

/**
 * What the ledger counts. The gauges of people are as of the last sweep of each bucket, so complete
 * one {@code sweep.period} after a start; their sum over subtasks is the whole.
 */
public enum LedgerMetric implements Metric {
    NEW(counter("Assertions that changed what is desired.")),
    REPEAT(counter("Assertions that changed nothing.")),
    LATE(counter("Assertions older than what is stored.")),
    UNMAPPED(counter("Assertions for an audience that no activation names; stored all the same.")),
    TOO_MANY_AUDIENCES(counter("Assertions beyond the thousand audiences of one person.")),
    FORGET_REQUESTS(counter("Requests to be forgotten.")),
    FORGOTTEN(counter("People of whom no more than a stone is left.")),
    FORGOTTEN_SAID_AGAIN(
            counter("Assertions older than the request of someone who was forgotten.")),
    WISHES(counter("Changes that were asked of the scheduler.")),
    SUPERSEDED(counter("Wishes replaced or withdrawn before a call settled them.")),
    BECAME_UNKNOWN(counter("Reports that left it unknown whether somebody is on a list.")),
    UNKNOWN_INSTANCE(counter("Reports about an instance that is no longer configured.")),
    ALIASES(counter("People whose lead another person was found to go by first.")),
    FORWARDED(counter("What an alias had to say, sent on to the owner of its lead.")),
    LEADS_LOST(counter("Lead ids that Marketo no longer knew.")),
    UNMATCHED(counter("Look-ups that found nobody.")),
    REJECTED(counter("Wishes that Marketo refused for good.")),
    REJECTED_BY_CODE(
            counter("The same by code; the list is 0 where it is about the lead.")
                    .by(ACTIVATION, "code")),
    EXCLUDED(counter("People who cannot be looked up: no identity fits, or none is searchable.")),
    VALUES_REFUSED(counter("Attributes that their field does not take.")),
    EXPIRED(counter("Rows that time to live removed.")),
    WRITTEN(counter("Rows written.")),
    BUCKETS_SWEPT(counter("Buckets that a sweep went through.")),
    ROWS_SWEPT(counter("Rows that a sweep looked at.")),
    ADDED(counter("People put on the list.").by(ACTIVATION)),
    REMOVED(counter("People taken off the list.").by(ACTIVATION)),
    APPLIED_AFTER_MILLIS(
            histogram("From an assertion's own time to the answer that applied it.")
                    .by(ACTIVATION)),
    PEOPLE_RECEIVED(people("Everybody whom the audience named.")),
    PEOPLE_IN_AUDIENCE(people("Who is in the audience.")),
    PEOPLE_ON_LIST(people("Who is on the list, strangers included.")),
    PEOPLE_ACTIVATED(people("Who is where they should be, on or off.")),
    PEOPLE_EXCLUDED(people("Whom consent, or the lack of an identity or a lead, keeps off.")),
    PEOPLE_UNMATCHED(people("Whom Marketo does not know.")),
    PEOPLE_FAILED(people("Whom Marketo refuses.")),
    PEOPLE_WAITING(people("Who waits for a call or a schedule.")),
    PEOPLE_NOT_REPORTED(
            people("Desired but not reported: whose list differs from what it should.")),
    PEOPLE_UNKNOWN(people("Of whom it is unknown whether they are on the list."));

    private final MetricSpec spec;

    LedgerMetric(MetricSpec spec) {
        this.spec = spec;
    }

    private static MetricSpec people(String help) {
        return gauge(help).by(ACTIVATION);
    }

    @Override
    public MetricSpec spec() {
        return spec;
    }
}
