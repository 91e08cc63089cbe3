package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import io.rollcall.event.DeadLetter;
import io.rollcall.event.RawEvent;
import io.rollcall.metric.Metrics;
import io.rollcall.secret.SecretUnavailableException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** A decoder as an operator: what cannot be used goes to the dead letters. */
public final class DecodeFunction extends ProcessFunction<RawEvent, AudienceEvent> {

    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    private final String format;
    private final Decoder decoder;
    private transient Metrics<DecodeMetric> metrics;
    private transient Refusals refusals;

    public DecodeFunction(String format, Decoder decoder) {
        this.format = format;
        this.decoder = decoder;
    }

    @Override
    public void open(OpenContext context) throws SecretUnavailableException {
        decoder.open();
        metrics = new Metrics<>(getRuntimeContext().getMetricGroup(), DecodeMetric.class);
        refusals = new Refusals(metrics);
    }

    @Override
    public void processElement(RawEvent raw, Context context, Collector<AudienceEvent> out) {
        if (raw.part() == RawEvent.Part.END) {
            return;
        }
        Decoded decoded = decoder.decode(raw, context.timerService().currentProcessingTime());
        decoded.events().forEach(out::collect);
        metrics.add(DecodeMetric.MESSAGES, 1);
        metrics.add(DecodeMetric.EVENTS, decoded.events().size());
        decoded.passedOver().forEach(why -> metrics.add(why, 1));
        decoded.refused().forEach(row -> refusals.count(row.reason()));
        if (decoded.reason() != null) {
            refusals.count(decoded.reason());
        }
        decoded.deadLetters(raw, format).forEach(letter -> context.output(DEAD_LETTERS, letter));
    }
}
