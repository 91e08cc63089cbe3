package io.rollcall.job.config;

import io.rollcall.activation.Activation;
import io.rollcall.activation.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the whole YAML; where it is at fault the result means nothing and the faults tell why. */
final class SyncConfigReader {

    private final Section root;
    private final JobParameters parameters;

    private SyncConfigReader(Section root, JobParameters parameters) {
        this.root = root;
        this.parameters = parameters;
    }

    static SyncConfig read(String name, InputStream bytes, JobParameters parameters, Faults faults)
            throws IOException {
        Section root = new Section(YamlText.read(name, bytes, faults), "");
        return new SyncConfigReader(root, parameters).read();
    }

    private SyncConfig read() {
        Set<String> identities = identities();
        List<Section> sources = root.sections("sources");
        List<Section> instances = root.sections("instances");
        List<Section> activations = root.sections("activations");
        boolean elsewhere = parameters.get(RollcallOptions.TOPICS_ACTIVATIONS) != null;
        if (root.isThere() && !elsewhere && root.entry("activations").holdsNothing()) {
            root.fault("activations", "missing; write a list, or name a topic: topics.activations");
        }
        InstanceReader instanceReader = new InstanceReader(identities, parameters);
        ActivationReader activationReader = new ActivationReader();
        List<SourceConfig> readSources = new SourceReader(identities, parameters).read(sources);
        List<Instance> readInstances = instanceReader.read(instances);
        List<Activation> readActivations = activationReader.read(activations, readInstances);
        return new SyncConfig(
                readSources,
                root.text("forget-key"),
                List.copyOf(identities),
                readInstances,
                readActivations);
    }

    private Set<String> identities() {
        Set<String> identities = new LinkedHashSet<>();
        for (String namespace : root.texts("identities", Rules.NAMESPACE)) {
            if (!identities.add(namespace.toLowerCase(Locale.ROOT))) {
                root.fault("identities", "the same namespace twice, in any case; leave one");
            }
        }
        return identities;
    }
}
