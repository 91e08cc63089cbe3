package io.rollcall.demo;

import io.rollcall.demo.check.Census;
import io.rollcall.demo.check.Plan;
import io.rollcall.demo.check.Roll;
import io.rollcall.demo.check.Target;
import io.rollcall.demo.marketo.Marketo;
import io.rollcall.demo.marketo.SandboxAdmin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at Marketo and compares it with what should be. */
public final class Watch {

    private final Map<Target.Instance, Marketo> marketos = new LinkedHashMap<>();
    private final Map<Target.Instance, Census> censuses = new HashMap<>();
    private final List<Roll> rolls = new ArrayList<>();

    /** {@code refused}: people whom an instance will not create, by its name. */
    public Watch(Plan plan, SandboxAdmin admin, Map<String, Set<String>> refused) {
        for (Target.Instance instance : plan.instances()) {
            Marketo marketo = new Marketo(admin, instance.munchkinId());
            Census census = new Census(instance, refused.getOrDefault(instance.name(), Set.of()));
            census.count(marketo.leads());
            marketos.put(instance, marketo);
            censuses.put(instance, census);
        }
        for (Target target : plan.targets()) {
            Set<Long> atStart = marketos.get(target.instance()).members(target.list());
            rolls.add(new Roll(target, censuses.get(target.instance()), atStart));
        }
    }

    /** Whoever was created since is known from now on. */
    public List<Roll.Verdict> judge(Ear ear) {
        marketos.forEach(
                (instance, marketo) -> {
                    if (instance.creates()) {
                        censuses.get(instance).count(marketo.leads());
                    }
                });
        List<Roll.Verdict> verdicts = new ArrayList<>();
        for (Roll roll : rolls) {
            Target target = roll.target();
            Set<Long> members = marketos.get(target.instance()).members(target.list());
            verdicts.add(ear.judge(roll, members));
        }
        return verdicts;
    }

    /** By kind, over all instances. */
    public Map<String, Integer> calls() {
        Map<String, Integer> calls = new TreeMap<>();
        for (Marketo marketo : marketos.values()) {
            marketo.calls().forEach((kind, count) -> calls.merge(kind, count, Integer::sum));
        }
        return calls;
    }

    public Map<Target, String> names() {
        Map<Target, String> names = new HashMap<>();
        for (Roll roll : rolls) {
            Target target = roll.target();
            String name = marketos.get(target.instance()).names().get(target.list());
            names.put(target, target.label() + " " + name);
        }
        return names;
    }

    public Map<Target.Instance, Marketo> marketos() {
        return marketos;
    }
}
