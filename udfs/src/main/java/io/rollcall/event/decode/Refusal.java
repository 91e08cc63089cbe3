package io.rollcall.event.decode;

import java.util.Locale;

/** Why a message is a dead letter. The words are public: people search and alert by them. */
public enum Refusal {
    /** No value (a tombstone), only white space, or an empty array. */
    EMPTY,
    /** The message, a text or a number in it is longer than any real one. */
    TOO_LARGE,
    /** The bytes are not UTF-8. */
    INVALID_UTF8,
    /** Not JSON, or cut off. */
    NOT_JSON,
    /** A row with a quote that never ends or with text behind one, or longer than a megabyte. */
    NOT_CSV,
    /** A row with more or fewer fields than the header. */
    WRONG_NUMBER_OF_FIELDS,
    /** The header lacks a column that the configuration names. */
    NO_SUCH_COLUMN,
    /** Objects within objects, deeper than any real message. */
    TOO_DEEP,
    /** A field holds another kind of value than it should, say a number where text belongs. */
    WRONG_TYPE,
    /** One field was given twice with different values. */
    DUPLICATE_KEY,
    /** Nothing names the person in a configured namespace. */
    NO_USABLE_IDENTITY,
    /** Several values of one namespace, none preferred, and no other namespace decides. */
    AMBIGUOUS_IDENTITY,
    /** An identity is longer than 255 bytes. */
    IDENTITY_TOO_LONG,
    /** An identity holds control characters or half a surrogate pair. */
    BAD_IDENTITY,
    /** An encrypted identity that the configured key does not open. */
    UNDECIPHERABLE_IDENTITY,
    /** A membership does not name its audience. */
    NO_AUDIENCE,
    /** The audience's id or namespace is blank, or holds control characters. */
    BAD_AUDIENCE,
    /** The audience's id or namespace is longer than 255 bytes. */
    AUDIENCE_TOO_LONG,
    /** A membership is neither realized, existing nor exited (1, 0), or has no status. */
    UNKNOWN_STATUS,
    /**
     * Not an ISO time with an offset (Audience Manager: not its form of UTC), no such day, or
     * before 1970-01-02: a broken clock.
     */
    BAD_TIME,
    /** A time further ahead of our clock than allowed: it would pin the person until then. */
    FUTURE_TIME,
    /** More than 1,000 memberships for one person. */
    TOO_MANY_MEMBERSHIPS,
    /** More than 1,000 attributes that we would have to keep for one person. */
    TOO_MANY_ATTRIBUTES,
    /** "Forgotten" beside memberships: it cannot be undone, so nothing may be unclear about it. */
    FORGOTTEN_WITH_MEMBERSHIPS,
    /** "Forgotten" without a forget-key in the configuration: it could not be remembered. */
    FORGOTTEN_WITHOUT_FORGET_KEY,
    /** Dataverse sends no content beyond 192 KB (Service Bus) or 256 KB (webhook). */
    STRIPPED(
            "over Dataverse's size limit; let a dataverse source fetch this table, or register"
                    + " fewer columns in the step's images and save the row again"),
    /** A row of the table listmember was deleted, and nothing tells whose. */
    NO_PRE_IMAGE("register a pre image with listid and entityid on this step"),
    /** A yes-or-no column holds something else. */
    NOT_YES_OR_NO("a field of dataverse.audiences is to be a Yes/No column"),
    /** The decoder itself failed: a defect of ours, never of the message. */
    UNREADABLE;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String advice;

    Refusal() {
        this(null);
    }

    Refusal(String advice) {
        this.advice = advice;
    }

    public String word() {
        return word;
    }

    /** The word and, where it is not plain what to do, what to do. */
    String reason() {
        return advice == null ? word : word + ": " + advice;
    }

    RefusedException because() {
        return new RefusedException(this);
    }
}
