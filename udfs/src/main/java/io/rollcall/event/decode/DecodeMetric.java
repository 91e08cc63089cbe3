package io.rollcall.event.decode;

import static io.rollcall.metric.MetricSpec.counter;

import io.rollcall.metric.Metric;
import io.rollcall.metric.MetricSpec;

/** What a decoder counts. */
public enum DecodeMetric implements Metric {
    MESSAGES(counter("Messages read, and pieces of uploads.")),
    EVENTS(counter("People that messages spoke of.")),
    IRRELEVANT(counter("Messages about something else than people, such as an account.")),
    LEFT_TO_SOURCE(counter("Messages that came without their content; the source brings the row.")),
    FUTURE(counter("Of the dead letters, those dated too far ahead of this machine's clock.")),
    DEAD_LETTERS(counter("Messages or rows that could not be used.")),
    DEAD_LETTERS_BY_REASON(counter("The same by reason.").by("reason"));

    private final MetricSpec spec;

    DecodeMetric(MetricSpec spec) {
        this.spec = spec;
    }

    @Override
    public MetricSpec spec() {
        return spec;
    }
}
