package io.rollcall.job;

import io.rollcall.event.DeadLetter;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;

/** Where the pipeline's records go. */
public record Outputs(
        Sink<Report> reports,
        Sink<Outcome> outcomes,
        Sink<MembershipFact> memberships,
        Sink<DeadLetter> deadLetters,
        List<Shares> shares) {

    /** A topic that holds a part of the memberships, by the name of its operator. */
    public record Shares(String name, String holds, Sink<MembershipFact> sink) {}
}
