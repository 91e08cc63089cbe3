package io.rollcall.job;

import io.rollcall.event.DeadLetter;
import io.rollcall.outcome.MembershipFact;
import io.rollcall.outcome.Outcome;
import io.rollcall.report.Report;
import org.apache.flink.api.connector.sink2.Sink;

/** Where the pipeline's records go. */
public record Outputs(
        Sink<Report> reports,
        Sink<Outcome> outcomes,
        Sink<MembershipFact> memberships,
        Sink<DeadLetter> deadLetters) {}
