package io.rollcall.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollcall.demo.check.Target;
import io.rollcall.demo.check.Wanted;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Times changes: from when Kafka took the event that made one necessary to when the job says that
 * Marketo has applied it. A change that is cancelled by a later event is not counted.
 */
public final class Stopwatch {

    private final Durations backfill = new Durations();
    private Durations live = new Durations();
    private final Map<String, Begun> begun = new HashMap<>();

    private long liveFrom;

    private record Begun(String change, long at) {}

    /** What is asked from this time on is no backfill any more. */
    public synchronized void liveFrom(long millis) {
        liveFrom = millis;
    }

    public Durations backfill() {
        return backfill;
    }

    public synchronized Durations live() {
        return live;
    }

    /** What is applied from here on is measured by itself. */
    public synchronized Durations measureAnew() {
        live = new Durations();
        return live;
    }

    public synchronized void wants(String person, Target target, Wanted wanted, long at) {
        String change = change(wanted);
        String key = key(person, target.instance().munchkinId(), target.list());
        if (change == null) {
            begun.remove(key);
        } else {
            begun.put(key, new Begun(change, at));
        }
    }

    private static String change(Wanted wanted) {
        return switch (wanted) {
            case IN -> "add";
            case OUT, REFUSED -> "remove";
            case MAY_STAY, NOTHING_SAID -> null;
        };
    }

    public synchronized void applied(JsonNode outcome) {
        String key =
                key(
                        outcome.path("person").asText(),
                        outcome.path("instance").asText(),
                        outcome.path("listId").asLong());
        Begun waiting = begun.get(key);
        if (waiting != null && waiting.change.equalsIgnoreCase(outcome.path("change").asText())) {
            begun.remove(key);
            long decided = Instant.parse(outcome.path("decidedAt").asText()).toEpochMilli();
            (waiting.at < liveFrom ? backfill : live).add(decided - waiting.at);
        }
    }

    private static String key(String person, String instance, long list) {
        return person + "|" + instance + "|" + list;
    }
}
