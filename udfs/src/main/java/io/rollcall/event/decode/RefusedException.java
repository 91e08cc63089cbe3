package io.rollcall.event.decode;

import java.io.IOException;

/** Ends the reading of one person. Without a stack trace: bad input must not be slow input. */
final class RefusedException extends IOException {

    private final Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.word());
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
