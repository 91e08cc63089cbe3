package io.rollcall.event.decode;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One step of an attribute path. Whatever has no node is skipped unread. Below {@code consents}
 * every path has one, made as it is met, because consent is kept whatever is configured.
 */
final class PathNode implements Serializable {

    private static final String CONSENTS = "consents";

    private final Map<String, PathNode> children = new HashMap<>();
    private final List<IdentityPath> identities = new ArrayList<>(0);
    private final String consentPath;
    private String path;

    private PathNode(String consentPath) {
        this.consentPath = consentPath;
        this.path = consentPath;
    }

    static PathNode root() {
        PathNode root = new PathNode(null);
        PathNode consents = new PathNode(CONSENTS);
        consents.path = null;
        root.children.put(CONSENTS, consents);
        return root;
    }

    PathNode plant(String dotted) {
        PathNode node = this;
        for (String name : dotted.split("\\.")) {
            String bare = XdmNames.bare(name);
            PathNode parent = node;
            node = node.children.computeIfAbsent(bare, parent::child);
        }
        return node;
    }

    /** Reported as the configuration spells it; consent always without prefixes. */
    void keep(String configured) {
        if (consentPath == null) {
            path = configured;
        }
    }

    void names(IdentityPath identity) {
        identities.add(identity);
    }

    /** The node for a name, which may be several steps with dots between; null if unwanted. */
    PathNode step(String name) {
        String bare = XdmNames.bare(name);
        PathNode known = children.get(bare);
        int dot = bare.indexOf('.');
        if (known == null && dot > 0) {
            PathNode first = step(bare.substring(0, dot));
            return first == null ? null : first.step(bare.substring(dot + 1));
        }
        return known == null && consentPath != null ? child(bare) : known;
    }

    private PathNode child(String name) {
        return new PathNode(consentPath == null ? null : consentPath + '.' + name);
    }

    /** The path under which its value is kept, or null. */
    String path() {
        return path;
    }

    List<IdentityPath> identities() {
        return identities;
    }

    boolean hasChildren() {
        return consentPath != null || !children.isEmpty();
    }
}
