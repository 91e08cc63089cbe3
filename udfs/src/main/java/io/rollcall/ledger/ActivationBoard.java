package io.rollcall.ledger;

import io.rollcall.metric.Counters;
import io.rollcall.outcome.Outcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * The metrics of each activation: where its people stand as of the last tour, in the words of
 * Adobe's monitoring, and what was done since the start. A sum over subtasks is the whole.
 */
final class ActivationBoard {

    private final MetricGroup group;
    private final Tallies tallies = new Tallies(this::register);
    private final Map<String, Map<Done, Counter>> done = new HashMap<>();

    /** What outcomes say was done; the names are the metrics' names. */
    enum Done {
        ADDED,
        REMOVED,
        REJECTED
    }

    ActivationBoard(MetricGroup group) {
        this.group = group;
    }

    private MetricGroup group(String activation) {
        return group.addGroup("activation", activation);
    }

    private void register(String activation) {
        MetricGroup of = group(activation);
        for (Tally tally : Tally.values()) {
            of.gauge(Counters.name(tally), () -> tallies.total(activation, tally));
        }
    }

    void count(Target target, Tally what) {
        tallies.count(Tallies.key(target), what);
    }

    void swept(int bucket) {
        tallies.close(bucket);
    }

    void outcome(Outcome outcome) {
        Done what = done(outcome);
        if (what != null && outcome.listId() != 0) {
            String activation = outcome.instance() + "/" + outcome.listId();
            done.computeIfAbsent(activation, any -> new EnumMap<>(Done.class))
                    .computeIfAbsent(what, any -> group(activation).counter(Counters.name(what)))
                    .inc();
        }
    }

    private static Done done(Outcome outcome) {
        return switch (outcome.status()) {
            case APPLIED ->
                    switch (outcome.change()) {
                        case ADD -> Done.ADDED;
                        case REMOVE -> Done.REMOVED;
                        default -> null;
                    };
            case REJECTED -> Done.REJECTED;
            default -> null;
        };
    }
}
