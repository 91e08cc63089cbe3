package io.rollcall.wish;

/** Rank of a wish, highest first. Written in state by ordinal: append only. */
public enum Lane {
    /** People who refused consent or asked to be forgotten. */
    CONSENT,
    /** People who left an audience. */
    REMOVALS,
    /** People who leave by a cause that acts on many at once: counted before any of them goes. */
    CLEARING,
    /** People who joined one just now. */
    ADDITIONS,
    /** Leads whose mapped values changed. */
    UPDATES,
    /** People who were in when an activation began, and list reads nobody waits for. */
    BACKFILL,
    /** Another look for people Marketo did not know. */
    UNMATCHED;

    /** Never paced: leaving always works. */
    public boolean isLeaving() {
        return compareTo(CLEARING) <= 0;
    }

    public String words() {
        return switch (this) {
            case CONSENT -> "refusals";
            case REMOVALS -> "removals";
            case CLEARING -> "removals of many at once";
            case ADDITIONS -> "live additions";
            case UPDATES -> "updates";
            case BACKFILL -> "backfill";
            case UNMATCHED -> "unmatched retries";
        };
    }

    public Lane higher(Lane other) {
        return other != null && other.ordinal() < ordinal() ? other : this;
    }
}
