package io.rollcall.schedule;

import io.rollcall.activation.Instance;
import io.rollcall.report.Report;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The keeper of the limits: takes wishes, reports and activations of any instance and decides when
 * which call is made. Knows nothing of Flink; state, clock and chance come from outside.
 */
public final class Scheduler {

    private final Map<String, Instance> instances = new HashMap<>();
    private final Map<String, InstanceScheduler> schedulers = new HashMap<>();
    private final Desk.Tools tools;

    /** {@code run} is {@code <id of the checkpoint restored from, or 0>-<random>}. */
    public Scheduler(
            List<Instance> instances,
            SchedulerSettings settings,
            String run,
            InstantSource clock,
            RandomGenerator random) {
        instances.forEach(instance -> this.instances.put(instance.munchkinId(), instance));
        this.tools = new Desk.Tools(settings, run, clock, random);
    }

    /** Takes an input of an instance; answers when it wants to be woken (epoch ms). */
    public long take(SchedulerInput input, SchedulerStore store, SchedulerOutput out) {
        if (!instances.containsKey(input.instance())) {
            return Long.MAX_VALUE;
        }
        InstanceScheduler scheduler = of(input.instance(), store, out);
        if (input.kind() == SchedulerInput.Kind.WISH) {
            return scheduler.wish(input.wish());
        }
        switch (input.kind()) {
            case REPORT -> report(scheduler, input.report());
            default -> scheduler.activations(input.activations());
        }
        return scheduler.wakeAt();
    }

    private void report(InstanceScheduler scheduler, Report report) {
        if (tools.settings().job().equals(report.job())) {
            scheduler.report(report);
        }
    }

    /** Time has passed; answers when it wants to be woken again (epoch ms). */
    public long tick(String instance, SchedulerStore store, SchedulerOutput out) {
        if (!instances.containsKey(instance)) {
            return Long.MAX_VALUE;
        }
        InstanceScheduler scheduler = of(instance, store, out);
        scheduler.tick();
        return scheduler.wakeAt();
    }

    /** How it stands with an instance; null for one that is not configured. */
    Figures figures(String instance, SchedulerStore store, SchedulerOutput out) {
        return instances.containsKey(instance) ? of(instance, store, out).figures() : null;
    }

    Instance instance(String munchkinId) {
        return instances.get(munchkinId);
    }

    private InstanceScheduler of(String instance, SchedulerStore store, SchedulerOutput out) {
        return schedulers.computeIfAbsent(
                instance,
                any -> new InstanceScheduler(new Desk(instances.get(instance), tools, store, out)));
    }
}
