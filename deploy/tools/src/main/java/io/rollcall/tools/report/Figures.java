package io.rollcall.tools.report;

import io.rollcall.tools.topic.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of one audience on one list. Mutable while they are gathered. */
final class Figures {

    final Collected.Target target;
    final SortedMap<Instant, Changes> byHour = new TreeMap<>();
    long received;
    long in;
    long on;
    long matched;
    long created;
    long added;
    long removed;
    Instant lastChange;
    private final Map<Place.Kind, SortedMap<String, Long>> places = new EnumMap<>(Place.Kind.class);

    Figures(Collected.Target target) {
        this.target = target;
    }

    /** What was sent in one hour. */
    static final class Changes {
        long added;
        long removed;
        long failed;
    }

    void forgetPeople() {
        received = 0;
        in = 0;
        on = 0;
        matched = 0;
        created = 0;
        places.clear();
    }

    void person(Place place, boolean isOn, boolean isWanted, boolean isMatched) {
        boolean excluded = place.kind() == Place.Kind.EXCLUDED;
        received++;
        in += isWanted || excluded ? 1 : 0;
        on += isOn ? 1 : 0;
        matched += isMatched ? 1 : 0;
        places.computeIfAbsent(place.kind(), any -> new TreeMap<>())
                .merge(place.detail() == null ? "" : place.detail(), 1L, Long::sum);
    }

    void take(Event event) {
        Changes changes =
                byHour.computeIfAbsent(
                        event.decidedAt().truncatedTo(ChronoUnit.HOURS), any -> new Changes());
        boolean applied = "applied".equals(event.status());
        if (applied && "add".equals(event.change())) {
            added++;
            changes.added++;
            changedAt(event.decidedAt());
        } else if (applied && "remove".equals(event.change())) {
            removed++;
            changes.removed++;
            changedAt(event.decidedAt());
        } else if ("rejected".equals(event.status())) {
            changes.failed++;
        }
    }

    private void changedAt(Instant time) {
        lastChange = lastChange == null || time.isAfter(lastChange) ? time : lastChange;
    }

    long count(Place.Kind kind) {
        return details(kind).values().stream().mapToLong(Long::longValue).sum();
    }

    /** By reason or code. */
    Map<String, Long> details(Place.Kind kind) {
        return places.getOrDefault(kind, new TreeMap<>());
    }

    /** Of those whom Marketo was asked about; null when it was asked about nobody. */
    Double matchRate() {
        long asked = matched + count(Place.Kind.UNMATCHED);
        return asked == 0 ? null : (double) matched / asked;
    }

    /** As Adobe has it: (activated + excluded) / received; who is unmatched counts as excluded. */
    Double activationRate() {
        long done =
                count(Place.Kind.ACTIVATED)
                        + count(Place.Kind.EXCLUDED)
                        + count(Place.Kind.UNMATCHED);
        return received == 0 ? null : (double) done / received;
    }
}
