package io.rollcall.schedule;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Activation.InitialMembers;
import io.rollcall.activation.ActivationSet;
import io.rollcall.schedule.SchedulerStore.Space;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What the brake knows of each list, as it stands in state; which of them are held is shown. */
final class BrakedLists {

    private final Desk desk;
    private final Map<Long, Braked> brakes = new TreeMap<>();
    private Map<Long, Activation> activations = Map.of();

    BrakedLists(Desk desk) {
        this.desk = desk;
        desk.store
                .all(Space.BRAKES)
                .forEach(e -> brakes.put(Long.parseLong(e.getKey()), Braked.decode(e.getValue())));
        show();
    }

    void follow(ActivationSet set) {
        Map<Long, Activation> now = new HashMap<>();
        set.activations().forEach(activation -> now.put(activation.list(), activation));
        activations = now;
        for (Long list : Map.copyOf(brakes).keySet()) {
            if (!now.containsKey(list)) {
                brakes.remove(list);
                desk.store.remove(Space.BRAKES, Long.toString(list));
            }
        }
        show();
    }

    /** By list. */
    Map<Long, Activation> activations() {
        return activations;
    }

    boolean mustBeEmpty(long list) {
        Activation activation = activations.get(list);
        return activation != null
                && activation.handling().initialMembers() == InitialMembers.REFUSE;
    }

    Braked of(long list) {
        return brakes.computeIfAbsent(list, any -> new Braked());
    }

    /** Null for a list of which nothing is known. */
    Braked known(long list) {
        return brakes.get(list);
    }

    void save(long list) {
        desk.store.put(Space.BRAKES, Long.toString(list), of(list).encode());
    }

    void hold(Activation activation, String why) {
        of(activation.list()).held = why;
        save(activation.list());
        desk.reports.held(activation, why);
        desk.out.count(SchedulerMetric.BRAKED);
        show();
    }

    void show() {
        Map<String, String> held = new TreeMap<>();
        brakes.forEach(
                (list, brake) -> {
                    if (brake.held != null) {
                        held.put(Long.toString(list), brake.held);
                    }
                });
        desk.out.held(desk.instance.munchkinId(), held);
    }
}
