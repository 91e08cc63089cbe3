package io.rollcall.job.config;

import io.rollcall.activation.Activation;
import io.rollcall.activation.ActivationSet;
import io.rollcall.activation.Instance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to sync: the YAML, read and judged. Namespaces are in lower case, Munchkin ids in upper
 * case; an activation names its instance by Munchkin id.
 */
public record SyncConfig(
        List<SourceConfig> sources,
        String forgetKey,
        List<String> identities,
        List<Instance> instances,
        List<Activation> activations) {

    public SyncConfig {
        sources = List.copyOf(sources);
        identities = List.copyOf(identities);
        instances = List.copyOf(instances);
        activations = List.copyOf(activations);
    }

    public ActivationSet activationSet() {
        return new ActivationSet(activations);
    }

    /** For the web UI: what is synced where, part by part as allowed; no reference, no property. */
    public Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("identities", String.join(", ", identities));
        sources.forEach(source -> shown.put("sources." + source.name(), shown(source)));
        instances.forEach(instance -> shown.put("instances." + instance.name(), shown(instance)));
        activations.forEach(a -> shown.put(key(a), shown(a)));
        return shown;
    }

    private static String shown(SourceConfig source) {
        if (source.isWebApi()) {
            return source.formatName() + " at " + Endpoints.origin(source.dataverse().api().url());
        }
        return source.path() == null
                ? source.formatName() + ", from " + Words.of(source.startupMode())
                : source.formatName() + ", from a folder";
    }

    private static String shown(Instance instance) {
        return instance.munchkinId()
                + " at "
                + Endpoints.origin(instance.endpoint())
                + ", "
                + Words.of(instance.personCreation())
                + (instance.ingests()
                        ? ", additions by " + Endpoints.origin(instance.ingestion())
                        : "");
    }

    private static String key(Activation activation) {
        Object list = activation.named() == null ? activation.list() : activation.named().key();
        return "activations." + activation.instance() + "." + list;
    }

    private static String shown(Activation activation) {
        String consent =
                activation.consentRule() == null ? "" : ", " + Words.of(activation.consentRule());
        return activation.audience() + ", " + Words.of(activation.mode()) + consent;
    }
}
