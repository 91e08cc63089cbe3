package io.rollcall.job;

import io.rollcall.activation.ActivationSet;
import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.Decoder;
import io.rollcall.job.activations.RosterFunction;
import io.rollcall.report.Report;
import java.util.List;
import org.apache.flink.api.connector.source.Source;

/**
 * Where the pipeline's records come from. The ledger and the scheduler each read the reports by
 * themselves, so that neither can starve the other.
 */
public record Inputs(
        List<Events> events,
        Source<ActivationSet, ?, ?> activations,
        RosterFunction roster,
        Source<Report, ?, ?> reportsForLedger,
        Source<Report, ?, ?> reportsForScheduler) {

    /** One topic of audience events, and who reads its format. */
    public record Events(
            String topic, String format, Source<RawEvent, ?, ?> source, Decoder decoder) {}
}
