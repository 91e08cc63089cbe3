package io.rollcall.job;

import io.rollcall.activation.ActivationSet;
import io.rollcall.event.AudienceEvent;
import io.rollcall.event.RawEvent;
import io.rollcall.job.activations.RosterFunction;
import io.rollcall.report.Report;
import java.util.List;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.functions.ProcessFunction;

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

    /**
     * One topic or folder of audience events, and who reads its format. Where the order of the
     * whole counts, as it does in snapshots, one subtask reads and decodes it. It {@code
     * hasNotices} where the source also has something to say of itself.
     */
    public record Events(
            String name,
            Source<RawEvent, ?, ?> source,
            ProcessFunction<RawEvent, AudienceEvent> decode,
            boolean inOrder,
            boolean hasNotices) {

        public Events(
                String name,
                Source<RawEvent, ?, ?> source,
                ProcessFunction<RawEvent, AudienceEvent> decode,
                boolean inOrder) {
            this(name, source, decode, inOrder, false);
        }
    }
}
