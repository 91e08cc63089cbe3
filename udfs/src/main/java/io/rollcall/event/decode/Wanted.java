package io.rollcall.event.decode;

import java.io.Serializable;
import java.util.List;

/** What of a message is worth reading: the options, laid out for looking up. */
record Wanted(Namespaces namespaces, PathNode attributes, boolean forgets) implements Serializable {

    static Wanted by(DecoderOptions options) {
        Wanted wanted =
                new Wanted(
                        new Namespaces(options.identities()), PathNode.root(), options.forgets());
        options.mappedPaths().forEach(path -> wanted.attributes.plant(path).keep(path));
        options.identityPaths().forEach(wanted::plantIdentities);
        return wanted;
    }

    private void plantIdentities(String namespace, List<String> paths) {
        Integer rank = namespaces.rank(namespace);
        if (rank == null) {
            throw new IllegalArgumentException("paths for what is no identity: " + namespace);
        }
        for (int i = 0; i < paths.size(); i++) {
            attributes.plant(paths.get(i)).names(new IdentityPath(rank, i));
        }
    }
}
