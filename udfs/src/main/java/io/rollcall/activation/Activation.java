package io.rollcall.activation;

import java.io.Serializable;

/**
 * One audience kept on one static list. Times are epoch ms; {@code start} 0 means since ever,
 * {@code end} 0 means for ever. {@code namespace} null matches the audience in any namespace.
 * {@code consentPath} null asks for no consent. A list that is {@code named} has the id 0 until
 * Marketo has told it.
 */
public record Activation(
        String audience,
        String namespace,
        String instance,
        long list,
        Mode mode,
        long start,
        long end,
        String consentPath,
        ConsentRule consentRule,
        ListName named)
        implements Serializable {

    /** On a list known by its id. */
    public Activation(
            String audience,
            String namespace,
            String instance,
            long list,
            Mode mode,
            long start,
            long end,
            String consentPath,
            ConsentRule consentRule) {
        this(audience, namespace, instance, list, mode, start, end, consentPath, consentRule, null);
    }

    /** The same on a list that is known by name; 0 while its id is not known. */
    public Activation on(ListName name, long id) {
        return new Activation(
                audience,
                namespace,
                instance,
                id,
                mode,
                start,
                end,
                consentPath,
                consentRule,
                name);
    }

    public enum Mode {
        /** The list follows the audience both ways. */
        MIRROR,
        /** People are added and stay, unless consent takes them off. */
        ADD_ONLY
    }

    public enum ConsentRule {
        /** A "no" keeps people off. */
        OPT_OUT,
        /** Only a "yes" lets people on. */
        OPT_IN
    }

    /** Nothing is sent before the start and after the end. */
    public boolean liveAt(long now) {
        return now >= start && (end == 0 || now < end);
    }
}
