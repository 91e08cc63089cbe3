package io.rollcall.activation;

import java.io.Serializable;

/**
 * One audience kept on one static list. Times are epoch ms; {@code start} 0 means since ever,
 * {@code end} 0 means for ever. {@code namespace} null matches the audience in any namespace.
 * {@code consentPath} null asks for no consent. A {@code dryRun} says what it would do and does
 * nothing.
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
        boolean paused,
        boolean dryRun,
        OnUnmap onUnmap)
        implements Serializable {

    public Activation {
        onUnmap = onUnmap == null ? OnUnmap.KEEP : onUnmap;
    }

    /** Neither paused nor a dry run; its list keeps its people when it goes. */
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
        this(
                audience,
                namespace,
                instance,
                list,
                mode,
                start,
                end,
                consentPath,
                consentRule,
                false,
                false,
                OnUnmap.KEEP);
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

    /** What becomes of a list whose activation goes or moves to another list. */
    public enum OnUnmap {
        KEEP,
        /** Whom the audience named leaves it; strangers stay. */
        CLEAR
    }

    /** Nothing is sent before the start, after the end and during a pause. */
    public boolean liveAt(long now) {
        return !paused && now >= start && (end == 0 || now < end);
    }
}
