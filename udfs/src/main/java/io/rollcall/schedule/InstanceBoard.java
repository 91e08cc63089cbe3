package io.rollcall.schedule;

import io.rollcall.activation.Instance;
import io.rollcall.metric.Metrics;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/**
 * Shows how it stands with each instance as metrics of the scheduler. Written by the task about
 * once a second, read by Flink's metrics threads; ages grow by the clock, also while nothing moves.
 */
final class InstanceBoard {

    private static final long EVERY_MS = 1_000;

    private final Metrics<SchedulerMetric> metrics;
    private final InstantSource clock;
    private final Map<String, Figures> newest = new ConcurrentHashMap<>();

    /** What waits at each instance, by {@link #name}: each queue is looked up by a gauge. */
    private final Map<String, Map<String, Figures.Waiting>> waiting = new ConcurrentHashMap<>();

    private final Map<String, Long> shownAt = new ConcurrentHashMap<>();
    private final Set<String> queues = new HashSet<>();

    InstanceBoard(Metrics<SchedulerMetric> metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    boolean isDue(String instance) {
        return clock.millis() - shownAt.getOrDefault(instance, 0L) >= EVERY_MS;
    }

    void show(Instance of, Figures figures) {
        String instance = of.munchkinId();
        shownAt.put(instance, clock.millis());
        Map<String, Figures.Waiting> byName = new HashMap<>();
        figures.queues().forEach(queue -> byName.merge(name(queue), queue, Figures.Waiting::and));
        waiting.put(instance, byName);
        if (newest.put(instance, figures) == null) {
            register(of);
        }
        byName.forEach(
                (name, queue) -> {
                    if (queues.add(instance + "/" + name)) {
                        register(instance, queue);
                    }
                });
    }

    private static String name(Figures.Waiting queue) {
        return queue.lane() + "/" + queue.work();
    }

    private void register(Instance of) {
        String instance = of.munchkinId();
        gauge(SchedulerMetric.OPEN_CALLS, instance, Figures::openCalls);
        gauge(SchedulerMetric.MAY_RUN_CALLS, instance, Figures::mayRunCalls);
        gauge(SchedulerMetric.PERMITS_FREE, instance, Figures::permitsFree);
        gauge(SchedulerMetric.CALLS_TODAY, instance, Figures::callsToday);
        gauge(SchedulerMetric.CALLS_LEFT, instance, Figures::callsLeft);
        gauge(SchedulerMetric.CALLS_SHARE, instance, any -> of.limits().callsPerDay());
        gauge(SchedulerMetric.CALLS_BY_OTHERS, instance, Figures::callsByOthers);
        gauge(SchedulerMetric.BACKLOG_CALLS, instance, figures -> figures.forecast().calls());
        gauge(SchedulerMetric.BACKLOG_REQUESTS, instance, figures -> figures.forecast().requests());
        gauge(
                SchedulerMetric.BACKLOG_DONE_SECONDS,
                instance,
                figures -> figures.forecast().secondsFrom(clock.millis()));
        gauge(SchedulerMetric.CREATED_TODAY, instance, Figures::createdToday);
        gauge(SchedulerMetric.INGESTED_TODAY, instance, Figures::ingestedToday);
        gauge(SchedulerMetric.LOOP_LAG_MILLIS, instance, Figures::loopLagMillis);
        gauge(
                SchedulerMetric.REMOVALS_OVERDUE,
                instance,
                figures -> figures.removalsOverdue(clock.millis()));
    }

    private void gauge(SchedulerMetric metric, String instance, ToLongFunction<Figures> value) {
        metrics.show(metric, () -> value.applyAsLong(newest.get(instance)), instance);
    }

    private void register(String instance, Figures.Waiting queue) {
        String[] labels = {instance, queue.lane().name().toLowerCase(Locale.ROOT), queue.work()};
        String name = name(queue);
        metrics.show(SchedulerMetric.QUEUED, () -> people(instance, name), labels);
        metrics.show(SchedulerMetric.OLDEST_SECONDS, () -> age(instance, name), labels);
    }

    private int people(String instance, String name) {
        Figures.Waiting queue = waiting.get(instance).get(name);
        return queue == null ? 0 : queue.wishes();
    }

    private long age(String instance, String name) {
        Figures.Waiting queue = waiting.get(instance).get(name);
        return queue == null ? 0 : (clock.millis() - queue.oldestAt()) / 1_000;
    }
}
