package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.DeadLetter;
import io.rollcall.event.RawEvent;
import io.rollcall.metric.Counters;
import io.rollcall.secret.SecretUnavailableException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** A decoder as an operator: what cannot be used goes to the dead letters. */
public final class DecodeFunction extends ProcessFunction<RawEvent, AudienceEvent> {

    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    private final String format;
    private final Decoder decoder;
    private transient Counters<DecodeCount> counts;
    private transient Map<String, Counter> reasons;

    public DecodeFunction(String format, Decoder decoder) {
        this.format = format;
        this.decoder = decoder;
    }

    @Override
    public void open(OpenContext context) throws SecretUnavailableException {
        decoder.open();
        counts = new Counters<>(getRuntimeContext().getMetricGroup(), DecodeCount.class);
        reasons = new HashMap<>();
    }

    @Override
    public void processElement(RawEvent raw, Context context, Collector<AudienceEvent> out) {
        if (raw.part() == RawEvent.Part.END) {
            return;
        }
        Decoded decoded = decoder.decode(raw, context.timerService().currentProcessingTime());
        decoded.events().forEach(out::collect);
        counts.add(DecodeCount.MESSAGES, 1);
        counts.add(DecodeCount.EVENTS, decoded.events().size());
        decoded.passedOver().forEach(why -> counts.add(why, 1));
        decoded.refused().forEach(row -> count(row.reason()));
        if (decoded.reason() != null) {
            count(decoded.reason());
        }
        decoded.deadLetters(raw, format).forEach(letter -> context.output(DEAD_LETTERS, letter));
    }

    /** By the word of the reason; what it advises stands behind a colon. */
    private void count(String reason) {
        counts.add(DecodeCount.DEAD_LETTERS, 1);
        reasons.computeIfAbsent(reason.replaceFirst(":.*", ""), this::counter).inc();
    }

    private Counter counter(String reason) {
        return getRuntimeContext()
                .getMetricGroup()
                .addGroup("reason", reason)
                .counter(Counters.name(DecodeCount.DEAD_LETTERS));
    }
}
