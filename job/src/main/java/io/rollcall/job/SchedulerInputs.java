package io.rollcall.job;

import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import io.rollcall.schedule.SchedulerInput;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Hands each instance its part of the set, even when that is empty: it has to hear so. */
final class SchedulerInputs implements FlatMapFunction<ActivationSet, SchedulerInput> {

    private final ArrayList<String> instances = new ArrayList<>();

    SchedulerInputs(List<Instance> instances) {
        instances.forEach(instance -> this.instances.add(instance.munchkinId()));
    }

    @Override
    public void flatMap(ActivationSet set, Collector<SchedulerInput> out) {
        instances.forEach(instance -> out.collect(SchedulerInput.of(instance, set)));
    }
}
