package io.rollcall.event.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.DeadLetter;
import io.rollcall.event.RawEvent;
import io.rollcall.secret.SecretReference;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyncFilesFunctionTest {

    private static final String TRANSFER = "S3_1_12345_full_1486140844000";

    private OneInputStreamOperatorTestHarness<RawEvent, AudienceEvent> harness;

    @AfterEach
    void end() throws Exception {
        harness.close();
    }

    private void open(DataSource dataSource, OperatorSubtaskState state) throws Exception {
        harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(
                                new SyncFilesFunction(
                                        new AudienceManagerOptions(
                                                List.of(dataSource),
                                                List.of("24"),
                                                AudienceManagerOptions.Separator.SPACE,
                                                false),
                                        new DecoderOptions(
                                                List.of("crm"),
                                                Map.of(),
                                                Set.of(),
                                                Duration.ofDays(1)))));
        harness.setup();
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        harness.setProcessingTime(Messages.NOW);
    }

    private void read(String name, String text, int most) throws Exception {
        SyncPieces pieces =
                new SyncPieces(new ByteArrayInputStream(text.getBytes(UTF_8)), name, Messages.NOW);
        RawEvent raw = pieces.next();
        for (int i = 0; i < most && raw != null; i++) {
            harness.processElement(raw, Messages.NOW);
            raw = pieces.next();
        }
    }

    /** As a checkpoint, a crash and a restart do. */
    private void restart(DataSource dataSource) throws Exception {
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        open(dataSource, state);
    }

    private List<AudienceEvent.Kind> kinds() {
        return harness.extractOutputValues().stream().map(AudienceEvent::kind).toList();
    }

    @Test
    void aTransferGoesOnBehindARestartBetweenItsPartsAndWithinOne() throws Exception {
        DataSource crm = new DataSource("12345", "crm");
        open(crm, null);
        read(
                TRANSFER + ".info",
                "{Files:[{FileName:\"%1$s001.sync\"},{FileName:\"%1$s002.sync\"}]}"
                        .formatted(TRANSFER),
                9);
        restart(crm);
        read(TRANSFER + "001.sync", "1 24\n", 9);
        assertThat(kinds()).containsExactly(AudienceEvent.Kind.MEMBERSHIPS);
        restart(crm);
        read(TRANSFER + "002.sync", "2 24\n", 1);
        restart(crm);
        SyncPieces second =
                new SyncPieces(
                        new ByteArrayInputStream("2 24\n".getBytes(UTF_8)),
                        TRANSFER + "002.sync",
                        Messages.NOW);
        second.next();
        harness.processElement(second.next(), Messages.NOW);
        assertThat(kinds()).containsExactly(AudienceEvent.Kind.SNAPSHOT);
    }

    @Test
    void aBrokenRowBeforeARestartStillCountsBehindIt() throws Exception {
        DataSource crm = new DataSource("12345", "crm");
        open(crm, null);
        read(TRANSFER + ".sync", "broken\n", 1);
        restart(crm);
        SyncPieces pieces =
                new SyncPieces(
                        new ByteArrayInputStream("broken\n".getBytes(UTF_8)),
                        TRANSFER + ".sync",
                        Messages.NOW);
        pieces.next();
        harness.processElement(pieces.next(), Messages.NOW);
        assertThat(kinds()).isEmpty();
        assertThat(harness.getSideOutput(DecodeFunction.DEAD_LETTERS))
                .extracting(StreamRecord::getValue)
                .extracting(DeadLetter::reason)
                .containsExactly(
                        "full, but 1 rows are broken: nobody was removed; have it sent again");
    }

    @Test
    void aKeyThatIsMissingIsToldAtTheStart() {
        SecretReference none = new SecretReference("file:/no/such/key");
        DataSource.Encryption encryption =
                new DataSource.Encryption(none, none, DataSource.Encoding.BASE64);
        assertThatThrownBy(() -> open(new DataSource("1", "crm", encryption), null))
                .hasMessageContaining("/no/such/key");
    }
}
