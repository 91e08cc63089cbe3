package io.rollcall.event.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.DeadLetter;
import io.rollcall.event.RawEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecodeFunctionTest {

    private static final long NOW = 1_795_300_000_000L;

    private OneInputStreamOperatorTestHarness<RawEvent, AudienceEvent> harness;

    @BeforeEach
    void open() throws Exception {
        DecoderOptions options =
                new DecoderOptions(List.of("email"), Map.of(), Set.of(), Duration.ofMinutes(15));
        harness =
                ProcessFunctionTestHarnesses.forProcessFunction(
                        new DecodeFunction(
                                Decoders.ROLLCALL, Decoders.of(Decoders.ROLLCALL, options)));
        harness.setProcessingTime(NOW);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void take(byte[] value) throws Exception {
        harness.processElement(new RawEvent(value, "events", 3, 42, NOW), NOW);
    }

    private List<DeadLetter> deadLetters() {
        var letters = harness.getSideOutput(DecodeFunction.DEAD_LETTERS);
        return letters == null ? List.of() : letters.stream().map(StreamRecord::getValue).toList();
    }

    @Test
    void handsOnWhatItReads() throws Exception {
        take(
                "{\"person\":{\"email\":\"Ada@example.com\"},\"audience\":\"gold\",\"status\":\"realized\"}"
                        .getBytes(UTF_8));
        assertThat(harness.extractOutputValues())
                .extracting(AudienceEvent::person)
                .containsExactly("email:ada@example.com");
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void keepsWhatItCannotReadWithItsBytesPlaceAndReason() throws Exception {
        byte[] bytes = {'{', (byte) 0xff};
        take(bytes);
        take(null);
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(deadLetters())
                .extracting(DeadLetter::reason)
                .containsExactly("invalid-utf8", "empty");
        DeadLetter first = deadLetters().get(0);
        assertThat(first.value()).isEqualTo(bytes);
        assertThat(first.format()).isEqualTo("rollcall");
        assertThat(first.origin().partition()).isEqualTo(3);
        assertThat(first.origin().offset()).isEqualTo(42);
        assertThat(first.origin().timestamp()).isEqualTo(NOW);
    }
}
