package io.rollcall.marketo;

/** Where in an answer an error stands; the same code may come at either place. */
public enum ErrorLevel {
    /** The call as a whole. */
    RESPONSE,
    /** One record of a call whose other records stand on their own. */
    RECORD
}
