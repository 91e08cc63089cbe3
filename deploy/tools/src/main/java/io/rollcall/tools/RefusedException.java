package io.rollcall.tools;

/** What the user can mend; the message says how. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }
}
