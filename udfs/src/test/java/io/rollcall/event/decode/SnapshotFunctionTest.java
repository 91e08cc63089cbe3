package io.rollcall.event.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.DeadLetter;
import io.rollcall.event.RawEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotFunctionTest {

    private static final long NOON = 1_764_000_000_000L;

    private OneInputStreamOperatorTestHarness<RawEvent, AudienceEvent> harness;

    @BeforeEach
    void begin() throws Exception {
        open(false, null);
    }

    @AfterEach
    void end() throws Exception {
        harness.close();
    }

    private void open(boolean allowEmpty, OperatorSubtaskState state) throws Exception {
        CsvOptions csv =
                new CsvOptions("gold", null, "email", "email", null, null, ',', true, allowEmpty);
        DecoderOptions options =
                new DecoderOptions(List.of("email"), Map.of(), Set.of(), Duration.ofDays(1));
        harness =
                new OneInputStreamOperatorTestHarness<>(
                        new ProcessOperator<>(
                                new SnapshotFunction(csv, new CsvDecoder(csv, options))));
        harness.setup();
        harness.setProcessingTime(NOON);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        harness.setProcessingTime(NOON);
    }

    @Test
    void theMarkerComesBehindTheRowsAtTheUploadsTime() throws Exception {
        whole("email\nada@example.com\nbob@example.com\n", NOON);

        List<AudienceEvent> events = harness.extractOutputValues();
        assertThat(events).hasSize(3);
        assertThat(events.get(2).kind()).isEqualTo(AudienceEvent.Kind.SNAPSHOT);
        assertThat(events).allMatch(event -> event.assertions().get(0).at() == NOON);
        assertThat(events.get(2).assertions().get(0).in()).isFalse();
        assertThat(reasons()).isEmpty();
    }

    @Test
    void anEmptyUploadClearsTheAudienceOnlyWhenAllowed() throws Exception {
        whole("email\n", NOON);
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(reasons())
                .containsExactly(
                        "empty snapshot: nobody was removed; allow-empty: true would clear the"
                                + " audience");

        harness.close();
        open(true, null);
        whole("email\n", NOON);
        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void nobodyIsRemovedByAnUploadWithBrokenRows() throws Exception {
        whole("email\nada@example.com\nbroken\n", NOON);

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(reasons())
                .containsExactly(
                        "line 3: no-usable-identity",
                        "snapshot with 1 broken rows: nobody was removed; mend them and upload it"
                                + " again");
    }

    @Test
    void anUploadThatLacksTheColumnOrEverythingRemovesNobody() throws Exception {
        whole("mail\nada@example.com\n", NOON);
        whole("", NOON);
        send("", NOON, RawEvent.Part.END, 0);

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(reasons()).hasSize(5);
    }

    @Test
    void anOlderUploadThanTheLastOneDoesNotCountAlsoAfterARestart() throws Exception {
        whole("email\nada@example.com\n", NOON);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        open(false, state);
        whole("email\nbob@example.com\n", NOON - 1);

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(reasons()).singleElement().asString().startsWith("older than the snapshot of");
        whole("email\nbob@example.com\n", NOON + 1);
        assertThat(harness.extractOutputValues()).hasSize(2);
    }

    @Test
    void piecesMakeOneSnapshotAlsoOverARestart() throws Exception {
        send("email\nada@example.com\n", NOON, RawEvent.Part.PIECE, 2);
        send("email\nbroken\n", NOON, RawEvent.Part.PIECE, 3);
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        open(false, state);
        send("email\nbob@example.com\n", NOON, RawEvent.Part.PIECE, 4);
        send("", NOON, RawEvent.Part.END, 0);

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(reasons()).singleElement().asString().contains("1 broken rows");
    }

    private void whole(String text, long at) throws Exception {
        send(text, at, RawEvent.Part.WHOLE, 7);
    }

    private void send(String text, long at, RawEvent.Part part, long offset) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        harness.processElement(new RawEvent(bytes, "up.csv", 0, offset, at, part), at);
    }

    private List<String> reasons() {
        var letters = harness.getSideOutput(DecodeFunction.DEAD_LETTERS);
        return letters == null
                ? List.of()
                : letters.stream()
                        .map(record -> record.getValue())
                        .map(DeadLetter::reason)
                        .toList();
    }
}
