package io.rollcall.event.decode;

/** What the decoder counts; the names are the metrics' names. */
public enum DecodeCount {
    MESSAGES,
    /** People that messages spoke of. */
    EVENTS,
    /** Messages about something else than people, such as an account. */
    IRRELEVANT,
    /** Messages that came without their content; the source brings the row. */
    LEFT_TO_SOURCE,
    /** Messages that could not be used; also by {@link Refusal}, under {@code reason}. */
    DEAD_LETTERS
}
