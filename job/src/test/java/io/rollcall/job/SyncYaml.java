package io.rollcall.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@code rollcall.yaml} as a scenario needs it. Whatever it does not say is as usual: native
 * events of {@link Stand#EVENTS}, the credentials that it is written with, people found by e-mail.
 */
public record SyncYaml(
        List<String> top, List<String> sources, List<String> instances, List<String> activations) {

    private static final String CREDENTIALS = "<credentials>";

    /** Such as {@code email, ecid}. */
    public static SyncYaml identities(String order) {
        return new SyncYaml(
                List.of("identities: [" + order + "]"), List.of(), List.of(), List.of());
    }

    /** With one more line at the top, such as {@code forget-key: file:/run/key}. */
    public SyncYaml with(String line) {
        return new SyncYaml(plus(top, line), sources, instances, activations);
    }

    /** An item of {@code sources}. The first one takes the place of the native events. */
    public SyncYaml source(String item) {
        return new SyncYaml(top, plus(sources, item), instances, activations);
    }

    /** With more lines, which come before the usual ones of the same key. */
    public SyncYaml instance(String name, String munchkinId, String... more) {
        Map<String, String> lines = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(
                                "name: " + name,
                                "munchkin-id: " + munchkinId,
                                "client-id: " + CREDENTIALS,
                                "client-secret: " + CREDENTIALS,
                                "lookup: {email: email}"),
                        Stream.of(more))
                .forEach(line -> lines.put(line.substring(0, line.indexOf(':')), line));
        String item = String.join("\n", lines.values());
        return new SyncYaml(top, sources, plus(instances, item), activations);
    }

    /** By a list such as {@code id: 1001}, and more keys such as {@code paused: true}. */
    public SyncYaml activation(String audience, String instance, String list, String... more) {
        Stream<String> usual =
                Stream.of("audience: " + audience, "instance: " + instance, "list: {" + list + "}");
        return activation(
                Stream.concat(usual, Stream.of(more)).collect(Collectors.joining(", ", "{", "}")));
    }

    /** An item of {@code activations}, whole. */
    public SyncYaml activation(String item) {
        return new SyncYaml(top, sources, instances, plus(activations, item));
    }

    private static List<String> plus(List<String> items, String item) {
        List<String> all = new ArrayList<>(items);
        all.add(item);
        return List.copyOf(all);
    }

    /** The client ids and secrets are {@code env:NAME} or {@code file:/path}. */
    public String text(String credentials) {
        List<String> events = List.of("{topic: " + Stand.EVENTS + ", format: rollcall}");
        String all =
                section("sources", sources.isEmpty() ? events : sources)
                        + String.join("\n", top)
                        + "\n"
                        + section("instances", instances)
                        + section("activations", activations);
        return all.replace(CREDENTIALS, credentials);
    }

    private static String section(String name, List<String> items) {
        return items.stream()
                .map(item -> "  - " + item.strip().replace("\n", "\n    ") + "\n")
                .collect(Collectors.joining("", name + ":\n", ""));
    }
}
