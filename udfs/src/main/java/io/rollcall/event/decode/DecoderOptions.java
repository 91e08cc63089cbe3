package io.rollcall.event.decode;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a source's decoder has to know: identity namespaces in the order of preference, the paths of
 * identities that stand in attributes (by namespace, the first path with a value counts), the paths
 * of attributes to keep beside consents, how far ahead of the clock a time may be, and whether
 * people can be forgotten.
 */
public record DecoderOptions(
        List<String> identities,
        Map<String, List<String>> identityPaths,
        Set<String> mappedPaths,
        Duration maxFutureSkew,
        boolean forgets)
        implements Serializable {

    /** Nobody can be forgotten. */
    public DecoderOptions(
            List<String> identities,
            Map<String, List<String>> identityPaths,
            Set<String> mappedPaths,
            Duration maxFutureSkew) {
        this(identities, identityPaths, mappedPaths, maxFutureSkew, false);
    }

    public DecoderOptions {
        identities = List.copyOf(identities);
        identityPaths = Map.copyOf(identityPaths);
        mappedPaths = Set.copyOf(mappedPaths);
        if (identities.isEmpty()) {
            throw new IllegalArgumentException("no identity namespaces");
        }
    }
}
