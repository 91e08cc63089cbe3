package io.rollcall.event.decode;

/** What the decoder counts; the names are the metrics' names. */
enum DecodeCount {
    MESSAGES,
    /** People that messages spoke of. */
    EVENTS,
    /** Messages that could not be used; also by {@link Refusal}, under {@code reason}. */
    DEAD_LETTERS
}
