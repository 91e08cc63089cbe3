package io.rollcall.ledger;

import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import io.rollcall.wish.Wish;

/** Where the ledger's decisions go. */
public interface LedgerOutput {

    void wish(Wish wish);

    void outcome(Outcome outcome);

    void fact(MembershipFact fact);

    /** A note of the ledger to itself, by way of the reports topic: to another bucket. */
    void note(Report note);

    void count(LedgerMetric what);

    /** A sweep found somebody who counts as this. */
    default void tally(Target target, Tally what) {}

    /** A sweep has been through a bucket. */
    default void swept(int bucket) {}
}
