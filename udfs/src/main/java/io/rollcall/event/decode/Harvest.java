package io.rollcall.event.decode;

import io.rollcall.event.AudienceEvent;
import java.util.ArrayList;
import java.util.List;

/** What came out of one message so far: the events, and the first refusal. */
final class Harvest {

    private List<AudienceEvent> events = List.of();
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

    Decoded decoded() {
        if (events.isEmpty()) {
            refuse(Refusal.EMPTY);
        }
        return new Decoded(events, first == null ? null : first.word());
    }
}
