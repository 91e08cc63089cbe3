package io.rollcall.job.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rollcall.event.RawEvent;
import io.rollcall.job.dataverse.TableSplit.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableReaderTest {

    private static final TableQuery QUERY = new TableQuery("contact", "first", "v", 0.2);

    /** Answers when the test says so. */
    private static final class SlowPages implements TableReader.Pages {

        private final Deque<CompletableFuture<Reply>> open = new ArrayDeque<>();
        private boolean closed;

        @Override
        public CompletableFuture<Reply> page(String link, boolean readsAll) {
            open.add(new CompletableFuture<>());
            return open.peekLast();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Collected implements ReaderOutput<RawEvent> {

        private final List<RawEvent> events = new ArrayList<>();

        @Override
        public void collect(RawEvent event) {
            events.add(event);
        }

        @Override
        public void collect(RawEvent event, long timestamp) {
            events.add(event);
        }

        @Override
        public void emitWatermark(Watermark watermark) {}

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}

        @Override
        public SourceOutput<RawEvent> createOutputForSplit(String split) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String split) {}
    }

    private final SlowPages pages = new SlowPages();
    private final Collected output = new Collected();
    private TableReader reader;

    @BeforeEach
    void start() {
        TableSyncs tables = new TableSyncs("x", Map.of("contact", QUERY), Duration.ofMillis(50));
        reader = new TableReader(tables, pages, new UnregisteredMetricsGroup(), Clock.systemUTC());
        reader.start();
    }

    @AfterEach
    void stop() {
        reader.close();
        assertThat(pages.closed).isTrue();
    }

    private static Reply page(String link, boolean last, int... ids) {
        List<JsonNode> rows = new ArrayList<>();
        for (int id : ids) {
            rows.add(JsonNodeFactory.instance.objectNode().put("contactid", "" + id));
        }
        return Reply.of(new Page(rows, link, last));
    }

    @Test
    void waitsForAPageWithoutHoldingTheTask() throws Exception {
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        reader.addSplits(List.of(TableSplit.first("contact"), TableSplit.first("account")));
        assertThat(reader.isAvailable()).isDone();
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        CompletableFuture<Void> available = reader.isAvailable();
        assertThat(available).isNotDone();
        assertThat(pages.open).hasSize(1);
        assertThat(reader.snapshotState(1)).hasSize(1);
        Thread answering = new Thread(() -> pages.open.poll().complete(page("next", false, 1, 2)));
        answering.start();
        available.get(10, TimeUnit.SECONDS);
        answering.join();
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.MORE_AVAILABLE);
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.MORE_AVAILABLE);
        assertThat(output.events).hasSize(2);
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        assertThat(pages.open).as("the next page").hasSize(1);
    }

    @Test
    void wakesUpToAskForChanges() throws Exception {
        TableSplit split =
                new TableSplit(
                        "contact",
                        "v",
                        Stage.CHANGES,
                        "changes",
                        0,
                        0,
                        new byte[0],
                        new byte[0],
                        new byte[0]);
        reader.addSplits(List.of(split));
        reader.pollNext(output);
        pages.open.poll().complete(page("later", true));
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        assertThat(pages.open).isEmpty();
        reader.isAvailable().get(10, TimeUnit.SECONDS);
        assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        assertThat(pages.open).hasSize(1);
        assertThat(reader.snapshotState(1).get(0).link()).isEqualTo("later");
    }
}
