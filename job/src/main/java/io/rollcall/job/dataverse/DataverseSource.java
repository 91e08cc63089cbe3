package io.rollcall.job.dataverse;

import io.rollcall.call.AsyncHttp;
import io.rollcall.event.RawEvent;
import io.rollcall.event.decode.DecodeFunction;
import io.rollcall.event.decode.Decoder;
import io.rollcall.job.Inputs;
import io.rollcall.job.config.DataverseApi;
import io.rollcall.job.config.SourceConfig;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Rows of Dynamics 365 from the Web API of Dataverse, for ever. One subtask reads all: the limits
 * are the application user's, and a row and its deletion have to stay in order.
 */
public final class DataverseSource implements Source<RawEvent, TableSplit, TableAssignment> {

    private final DataverseApi api;
    private final TableSyncs tables;

    private DataverseSource(DataverseApi api, TableSyncs tables) {
        this.api = api;
        this.tables = tables;
    }

    public static Inputs.Events events(SourceConfig config, Decoder decoder) {
        return new Inputs.Events(
                config.name(),
                new DataverseSource(config.dataverse().api(), TableSyncs.of(config)),
                new DecodeFunction(config.formatName(), decoder),
                true,
                true);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<RawEvent, TableSplit> createReader(SourceReaderContext context) {
        Clock clock = Clock.systemUTC();
        DataverseClient client = new DataverseClient(api, new AsyncHttp(), clock);
        return new TableReader(tables, new OverHttp(client), context.metricGroup(), clock);
    }

    private record OverHttp(DataverseClient client) implements TableReader.Pages {

        @Override
        public CompletableFuture<Reply> page(String link, boolean readsAll) {
            return client.page(link, readsAll);
        }

        @Override
        public void close() {
            client.close();
        }
    }

    @Override
    public SplitEnumerator<TableSplit, TableAssignment> createEnumerator(
            SplitEnumeratorContext<TableSplit> context) {
        return restoreEnumerator(context, TableAssignment.NONE);
    }

    @Override
    public SplitEnumerator<TableSplit, TableAssignment> restoreEnumerator(
            SplitEnumeratorContext<TableSplit> context, TableAssignment kept) {
        return new TableEnumerator(context, tables.names(), kept);
    }

    @Override
    public SimpleVersionedSerializer<TableSplit> getSplitSerializer() {
        return new TableSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<TableAssignment> getEnumeratorCheckpointSerializer() {
        return new TableAssignment.Serializer();
    }
}
