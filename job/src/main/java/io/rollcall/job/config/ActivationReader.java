package io.rollcall.job.config;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Brake;
import io.rollcall.activation.Instance;
import io.rollcall.activation.Instance.PersonCreation;
import io.rollcall.event.Attribute;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code activations}. */
final class ActivationReader {

    private final Map<String, Instance> named = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final ListReader lists = new ListReader();

    List<Activation> read(List<Section> sections, List<Instance> instances) {
        instances.stream()
                .filter(instance -> instance.name() != null)
                .forEach(instance -> named.put(instance.name(), instance));
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
        Instance instance = instance(section);
        Governance.check(section, instance == null ? Set.of() : instance.policy().actions());
        return new Activation(
                        section.text("audience"),
                        namespace(section),
                        instance == null ? null : instance.munchkinId(),
                        id,
                        section.choice("mode", Activation.Mode.class),
                        start,
                        end(section, start),
                        consentPath(consent),
                        consent.choice("rule", Activation.ConsentRule.class))
                .on(lists.name(section), id)
                .handled(handling(section, instance));
    }

    /** The decoders keep what stands below consents of every message, whatever is configured. */
    private static String consentPath(Section consent) {
        String path = consent.text("attribute");
        if (path != null && !new Attribute(path, null, 0).isConsent()) {
            consent.fault(
                    "attribute",
                    "only what stands below consents. is read as consent; name such a path, as"
                            + " consents.marketing.email.val");
        }
        return path;
    }

    private static Activation.Handling handling(Section section, Instance instance) {
        return new Activation.Handling(
                section.yes("paused"),
                section.yes("dry-run"),
                section.choice("on-unmap", Activation.OnUnmap.class),
                section.choice("initial-members", Activation.InitialMembers.class),
                atEnd(section),
                brake(section.section("brake")),
                matchOnly(section, instance),
                0,
                section.choice("reconcile", Activation.Reconcile.class));
    }

    /**
     * The instance alone allows creation, so that one look tells whether anybody can be created.
     */
    private static boolean matchOnly(Section section, Instance instance) {
        PersonCreation own = section.choice("person-creation", PersonCreation.class);
        if (own == PersonCreation.MATCH_AND_CREATE && instance != null && !instance.creates()) {
            section.fault(
                    "person-creation",
                    "its instance is match-only; make that match-and-create, and match-only the"
                            + " activations that are to create nobody");
        }
        return own == PersonCreation.MATCH_ONLY;
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

    /** Null where there is none of this name. */
    private Instance instance(Section section) {
        String name = section.text("instance");
        if (name != null && !named.containsKey(name)) {
            section.fault(
                    "instance",
                    "no instance of this name; there are "
                            + Faults.list(named.keySet().stream().sorted().toList()));
        }
        used.add(name);
        return named.get(name);
    }

    private static long end(Section section, long start) {
        long end = section.epochMillis("end");
        if (end != 0 && end <= start) {
            section.fault("end", "not after the start; make it later or leave it empty");
        }
        return end;
    }

    private void warnOfUnused(Faults faults) {
        named.keySet().stream()
                .filter(name -> !used.contains(name))
                .sorted()
                .forEach(name -> faults.warn("instances", name + " has no activation"));
    }
}
