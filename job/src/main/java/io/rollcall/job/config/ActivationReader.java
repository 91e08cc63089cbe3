package io.rollcall.job.config;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Brake;
import io.rollcall.activation.Instance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code activations}. */
final class ActivationReader {

    private final Map<String, String> munchkinIds = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final ListReader lists = new ListReader();

    List<Activation> read(List<Section> sections, List<Instance> instances) {
        instances.stream()
                .filter(instance -> instance.name() != null)
                .forEach(instance -> munchkinIds.put(instance.name(), instance.munchkinId()));
        List<Activation> activations = sections.stream().map(this::read).toList();
        if (!sections.isEmpty()) {
            warnOfUnused(sections.get(0).faults());
        }
        return activations;
    }

    private Activation read(Section section) {
        Section consent = section.section("consent");
        long start = section.epochMillis("start");
        long id = lists.id(section);
        return new Activation(
                        section.text("audience"),
                        namespace(section),
                        instance(section),
                        id,
                        section.choice("mode", Activation.Mode.class),
                        start,
                        end(section, start),
                        consent.text("attribute"),
                        consent.choice("rule", Activation.ConsentRule.class))
                .on(lists.name(section), id)
                .handled(handling(section));
    }

    private static Activation.Handling handling(Section section) {
        return new Activation.Handling(
                section.yes("paused"),
                section.yes("dry-run"),
                section.choice("on-unmap", Activation.OnUnmap.class),
                section.choice("initial-members", Activation.InitialMembers.class),
                atEnd(section),
                brake(section.section("brake")),
                0,
                section.choice("reconcile", Activation.Reconcile.class));
    }

    private static Activation.AtEnd atEnd(Section section) {
        Activation.AtEnd atEnd = section.choice("at-end", Activation.AtEnd.class);
        if (atEnd == Activation.AtEnd.CLEAR && !section.has("end")) {
            section.fault("at-end", "clear, but there is no end; add one or leave this out");
        }
        return atEnd;
    }

    private static Brake brake(Section section) {
        return new Brake(section.share("remove"), section.share("add"), section.whole("at-least"));
    }

    private static String namespace(Section section) {
        String namespace = section.text("namespace");
        return namespace == null ? null : namespace.toLowerCase(Locale.ROOT);
    }

    private String instance(Section section) {
        String name = section.text("instance");
        if (name != null && !munchkinIds.containsKey(name)) {
            section.fault(
                    "instance",
                    "no instance of this name; there are "
                            + Faults.list(munchkinIds.keySet().stream().sorted().toList()));
        }
        used.add(name);
        return munchkinIds.get(name);
    }

    private static long end(Section section, long start) {
        long end = section.epochMillis("end");
        if (end != 0 && end <= start) {
            section.fault("end", "not after the start; make it later or leave it empty");
        }
        return end;
    }

    private void warnOfUnused(Faults faults) {
        munchkinIds.keySet().stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .forEach(name -> faults.warn("instances", name + " has no activation"));
    }
}
