package io.rollcall.demo.check;

import java.util.Set;

/** One list and the audience that it follows. {@code namespace} and {@code consent} may be null. */
public record Target(
        Instance instance,
        long list,
        String audience,
        String namespace,
        boolean addOnly,
        Rule consent) {

    /** One Marketo subscription; {@code lookups} are the namespaces by which it finds people. */
    public record Instance(String name, String munchkinId, boolean creates, Set<String> lookups) {}

    /** Opt-in lets nobody on without a yes, opt-out everybody without a no. */
    public record Rule(String attribute, boolean optIn) {}

    public String label() {
        return instance.name() + " " + list;
    }
}
