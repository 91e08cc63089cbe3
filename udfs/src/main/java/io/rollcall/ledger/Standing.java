package io.rollcall.ledger;

/**
 * Why a person stands where they stand on one list: what the memberships topic says for people to
 * read. Written in state by ordinal, in four bits: append only, sixteen at most.
 */
enum Standing {
    /** What is desired is reported, by nobody's refusal. */
    SETTLED(null),
    BEFORE_START("before the activation's start"),
    ENDED("after the activation's end"),
    PAUSED("the activation is paused"),
    WOULD_ADD("dry run: would be added"),
    WOULD_REMOVE("dry run: would be removed"),
    NO_CONSENT("no consent"),
    LIST_UNREAD("waits until the list has been read"),
    LOOK_UP("in the queue: to be looked up or created in Marketo"),
    QUEUED("in the queue"),
    UNMATCHED("unmatched: no lead in Marketo has any of the identities"),
    REJECTED("rejected by Marketo"),
    LEAD_DELETED("the lead was deleted in Marketo"),
    NO_IDENTITY("excluded"),
    HELD("the activation is held: scripts/release lets it go on"),
    UNSUBSCRIBED("no consent: unsubscribed in Marketo");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** What a dry run would do is an outcome too. */
    boolean isRehearsed() {
        return this == WOULD_ADD || this == WOULD_REMOVE;
    }

    /** In words, with the lane or the code that says more; null when there is nothing to say. */
    String reason(InstanceRow row, ListRow list) {
        return switch (this) {
            case QUEUED -> list.lane == null ? words : words + ": " + list.lane.words();
            case REJECTED -> {
                String code = list.refusal == null ? row.refusal : list.refusal;
                yield code == null ? words : words + ": " + code;
            }
            case NO_IDENTITY -> words + ": " + row.refusal;
            default -> words;
        };
    }
}
