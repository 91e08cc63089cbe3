package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import java.util.ArrayList;
import java.util.List;

/** What came out of one message so far: the events, and the first refusal. */
final class Harvest {

    private List<AudienceEvent> events = List.of();
    private List<DecodeMetric> passedOver = List.of();
    private Refusal first;

    void add(AudienceEvent event) {
        if (events.size() == 1) {
            events = new ArrayList<>(events);
        }
        if (events.isEmpty()) {
            events = List.of(event);
        } else {
            events.add(event);
        }
    }

    void refuse(Refusal refusal) {
        if (first == null) {
            first = refusal;
        }
    }

    /** A message that rightly says nothing of anybody; {@code why} counts it. */
    void passOver(DecodeMetric why) {
        passedOver = passedOver.isEmpty() ? new ArrayList<>() : passedOver;
        passedOver.add(why);
    }

    Decoded decoded() {
        if (events.isEmpty() && passedOver.isEmpty()) {
            refuse(Refusal.EMPTY);
        }
        String reason = first == null ? null : first.reason();
        return new Decoded(events, reason, List.of(), passedOver);
    }
}
