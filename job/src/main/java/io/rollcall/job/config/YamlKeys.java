package io.rollcall.job.config;

import static io.rollcall.job.config.YamlKey.NONE;
import static io.rollcall.job.config.YamlKey.REQUIRED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every key of the YAML. The reader knows no other, and the documentation is made from it, so the
 * two cannot drift apart.
 */
public final class YamlKeys {

    private static final List<YamlKey> ALL =
            Stream.of(
                            root(),
                            SourceKeys.all(),
                            DataverseKeys.all(),
                            InstanceKeys.all(),
                            ActivationKeys.all())
                    .flatMap(keys -> keys)
                    .toList();

    private YamlKeys() {}

    public static List<YamlKey> all() {
        return ALL;
    }

    static Map<String, YamlKey> in(String section) {
        Map<String, YamlKey> keys = new LinkedHashMap<>();
        ALL.stream()
                .filter(key -> key.section().equals(section))
                .forEach(key -> keys.put(key.name(), key));
        return keys;
    }

    private static Stream<YamlKey> root() {
        KeyGroup root = new KeyGroup("");
        return Stream.of(
                root.key(
                        "sources",
                        Rules.LIST,
                        REQUIRED,
                        "The Kafka topics that bring audience events."),
                root.key(
                        "forget-key",
                        Rules.REFERENCE,
                        NONE,
                        "Needed to accept `forgotten`: keys the hash by which a forgotten person is"
                                + " remembered, read where the ledger runs. A job does not start with"
                                + " another key than the one that it has forgotten people with."),
                root.key(
                        "identities",
                        Rules.LIST,
                        REQUIRED,
                        "Identity namespaces in order of preference: a person is known by the first"
                                + " one present. Part of the state format: never change it for a"
                                + " running job."),
                root.key("instances", Rules.LIST, REQUIRED, "The Marketo subscriptions."),
                root.key(
                        "activations",
                        Rules.LIST,
                        NONE,
                        "Which audience feeds which static list. Required, unless"
                                + " `topics.activations` names a topic of them."));
    }
}
