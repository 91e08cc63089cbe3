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
        ListName named,
        Handling handling)
        implements Serializable {

    /** State of before had no handling. */
    public Activation {
        handling = handling == null ? Handling.USUAL : handling;
    }

    /** On a list known by its id, handled as usual. */
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
                null,
                Handling.USUAL);
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
                name,
                handling);
    }

    /** The same, handled in another way. */
    public Activation handled(Handling otherwise) {
        return new Activation(
                audience,
                namespace,
                instance,
                list,
                mode,
                start,
                end,
                consentPath,
                consentRule,
                named,
                otherwise);
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

    /** What becomes of people whom Marketo does not know and who are not created. */
    public enum Reconcile {
        /** They are kept, and looked up again now and then. */
        LENIENT,
        /** They are counted and left, until something is said of them again. */
        STRICT
    }

    /** What becomes of people who are on the list already and whom no event has named. */
    public enum InitialMembers {
        /** They stay, whatever happens. */
        KEEP,
        /** Nobody may be there: the activation is held until someone releases it. */
        REFUSE,
        /** They count as put there by the audience. */
        ADOPT,
        /** They leave. */
        REPLACE
    }

    /** What becomes of the list after the activation's end. */
    public enum AtEnd {
        FREEZE,
        /** Whom the audience put there leaves. */
        CLEAR
    }

    /**
     * A dry run says what it would do and does nothing. An activation that is gone and whose list
     * is to be cleared is retired since a time (epoch ms), 0 for not. {@code matchOnly} creates
     * nobody, whatever the instance allows.
     */
    public record Handling(
            boolean paused,
            boolean dryRun,
            OnUnmap onUnmap,
            InitialMembers initialMembers,
            AtEnd atEnd,
            Brake brake,
            boolean matchOnly,
            long retiredAt,
            Reconcile reconcile)
            implements Serializable {

        public static final Handling USUAL = new Handling(false, false, OnUnmap.KEEP);
        public static final Handling PAUSED = new Handling(true, false, OnUnmap.KEEP);
        public static final Handling DRY_RUN = new Handling(false, true, OnUnmap.KEEP);
        public static final Handling CLEARED = new Handling(false, false, OnUnmap.CLEAR);

        public Handling {
            onUnmap = onUnmap == null ? OnUnmap.KEEP : onUnmap;
            initialMembers = initialMembers == null ? InitialMembers.KEEP : initialMembers;
            atEnd = atEnd == null ? AtEnd.FREEZE : atEnd;
            brake = brake == null ? Brake.USUAL : brake;
            reconcile = reconcile == null ? Reconcile.LENIENT : reconcile;
        }

        public Handling(boolean paused, boolean dryRun, OnUnmap onUnmap) {
            this(paused, dryRun, onUnmap, null, null, null, false, 0, null);
        }

        /** Not paused, no dry run. */
        public static Handling of(InitialMembers initialMembers, AtEnd atEnd, Brake brake) {
            return new Handling(false, false, null, initialMembers, atEnd, brake, false, 0, null);
        }
    }

    /** Whether whom Marketo does not know is created for this list. */
    public boolean creates(Instance there) {
        return there.creates() && !handling.matchOnly();
    }

    public boolean paused() {
        return handling.paused();
    }

    public boolean dryRun() {
        return handling.dryRun();
    }

    public boolean strict() {
        return handling.reconcile() == Reconcile.STRICT;
    }

    /** Whether it is over, and takes off whom it put there. */
    public boolean clearsAt(long now) {
        return !paused() && end != 0 && now >= end && handling.atEnd() == AtEnd.CLEAR;
    }

    public boolean isRetired() {
        return handling.retiredAt() != 0;
    }

    /** What is left of it once it is gone: to clear its list of the people whom it named. */
    public Activation retired(long at) {
        return handled(
                new Handling(
                        false, false, OnUnmap.CLEAR, null, null, handling.brake(), true, at, null));
    }

    /** Nothing is sent before the start, after the end and during a pause. */
    public boolean liveAt(long now) {
        return isRetired() || !paused() && now >= start && (end == 0 || now < end);
    }
}
